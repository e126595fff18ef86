import { type MetadataProposal, proposeMetadata } from '../../documents/index.ts';
import { sha256 } from '../../platform/index.ts';
import type { Fields } from '../contract.ts';
import { fieldsOf } from './read-upload.ts';

const STATED = [
  'title',
  'issuingAgency',
  'documentNumber',
  'formedOn',
  'publishedOn',
  'indexNumber',
  'category',
  'url',
] as const;

/** Proposals from what a record or a row states, with its text for what it leaves open. */
export function proposeFrom(
  values: Partial<Record<(typeof STATED)[number], string>>,
  text: string,
): MetadataProposal[] {
  const record = Object.fromEntries(STATED.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
  return proposeMetadata({ text, record });
}

/** Only what the record itself states: what its text merely suggests is for a person to look at. */
export function statedOnly(found: readonly MetadataProposal[]): Omit<Fields, 'bodyHtml'> {
  const stated = found.filter((one) => one.place.source === 'record');
  const genre = found.filter((one) => one.field === 'category');
  return { ...fieldsOf(stated), genre: fieldsOf(genre).genre };
}

/** Names a record or a row by its values, in whatever order they stand. */
export function keyOf(values: Record<string, string | undefined>): string {
  return sha256(JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))));
}
