import { type Queryable, sha256 } from '../platform/index.ts';
import { type DocumentField, type Finding, screenDocument } from '../screening/index.ts';
import type { Attribute } from './states.ts';
import { attachmentsOf, type ItemWithVersion } from './store.ts';

/** A finding with the key under which it is remembered and answered for. */
export type KeyedFinding = Finding & { key: string };

interface ExtraText {
  where: string;
  text: string;
}

/**
 * Screens a working version as it stands and keeps the findings. Run before each review step and again at
 * publication: rules get better between the two.
 */
export async function screenVersion(
  tx: Queryable,
  item: ItemWithVersion,
  today: string,
): Promise<KeyedFinding[]> {
  const findings = await findingsOf(tx, item, today);
  await tx
    .deleteFrom('item_finding')
    .where('item_id', '=', item.id)
    .where('version', '=', item.version)
    .execute();
  for (const finding of findings)
    await tx
      .insertInto('item_finding')
      .values({
        item_id: item.id,
        version: item.version,
        key: finding.key,
        detector: finding.detector,
        severity: finding.severity,
        field: finding.field,
        start: finding.start,
        end: finding.end,
        excerpt: finding.excerpt,
        why_zh: finding.why.zh,
        why_en: finding.why.en,
        source: finding.source,
      })
      .execute();
  return findings;
}

async function findingsOf(
  database: Queryable,
  item: ItemWithVersion,
  today: string,
): Promise<KeyedFinding[]> {
  const agency = await database
    .selectFrom('agency')
    .select(['name', 'phone'])
    .where('id', '=', item.agency_id)
    .executeTakeFirstOrThrow();
  const attachments = await attachmentsOf(database, item.id, item.version);
  const extras = JSON.parse(item.extra_texts) as ExtraText[];
  const fields: DocumentField[] = [
    { name: 'title', text: item.title },
    { name: 'body', text: item.body_text, html: item.body_html },
    ...(item.summary ? [{ name: 'summary', text: item.summary }] : []),
    ...(item.keywords ? [{ name: 'keywords', text: item.keywords }] : []),
    ...attachments.flatMap((one) => [
      { name: `attachment-name:${one.name}`, text: one.name },
      { name: `attachment:${one.name}`, text: one.text },
    ]),
    ...extras.map((extra) => ({ name: extra.where, text: extra.text })),
  ];
  return screenFields(fields, {
    agencyName: agency.name,
    ownContacts: agency.phone ? [agency.phone] : [],
    attribute: item.attribute as Attribute,
    today,
  });
}

/**
 * Screens texts and gives each finding a key made of what was found, where: when the words change, an old
 * answer no longer covers them.
 */
export function screenFields(
  fields: DocumentField[],
  context: NonNullable<Parameters<typeof screenDocument>[0]['context']>,
): KeyedFinding[] {
  const texts = new Map<string, string>();
  for (const field of fields) {
    texts.set(field.name, field.text);
    if (field.html !== undefined) texts.set(`${field.name}#html`, field.html);
  }
  const keyed = new Map<string, KeyedFinding>();
  for (const finding of screenDocument({ fields, context })) {
    const words = texts.get(finding.field)?.slice(finding.start, finding.end) ?? '';
    const key = sha256([finding.code, finding.field, finding.start, words].join('\n')).slice(0, 32);
    keyed.set(key, { ...finding, key });
  }
  return [...keyed.values()];
}
