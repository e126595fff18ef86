import { DISCLOSURE_GROUNDS } from '../../../src/law/grounds.ts';

/** A legal ground in words, with its article; null for none. */
export function disclosureGroundLabel(id: string | null, language: 'zh' | 'en'): string | null {
  const ground = DISCLOSURE_GROUNDS.find((one) => one.id === id);
  return ground ? `${ground.label[language]}（${ground.article}）` : id;
}
