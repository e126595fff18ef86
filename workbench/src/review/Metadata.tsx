import type { ItemView } from '../../../src/information/contract.ts';
import { disclosureGroundLabel } from '../items/grounds.ts';
import { useTexts } from '../texts/index.tsx';

/** The metadata as the public page will show it, with what only staff see below. */
export function Metadata({ item }: { item: ItemView }) {
  const { t, name, language } = useTexts();
  const rows: [string, string | null][] = [
    [t('field.indexNumber'), item.indexNumber ?? t('metadata.atPublication')],
    [t('field.documentNumber'), item.fields.documentNumber],
    [t('field.issuingAgency'), item.fields.issuingAgency],
    [t('field.formedOn'), item.fields.formedOn],
    [t('field.category'), item.categoryName],
    [t('field.unit'), item.unitName],
    [t('field.genre'), item.fields.genre],
    [t('field.attribute'), name('attribute', item.attribute)],
    [t('field.publishedOn'), item.publishedOn],
  ];
  const rest: [string, string | null][] = [
    [t('field.subject'), item.fields.subject],
    [t('field.keywords'), item.fields.keywords],
    [t('field.summary'), item.fields.summary],
    [t('field.ground'), disclosureGroundLabel(item.placement.ground, language)],
    [t('field.groundNote'), item.placement.groundNote],
    [t('field.reexamineOn'), item.reexamineOn],
    [t('field.originallyPublishedOn'), item.originallyPublishedOn],
    [t('field.source'), item.sourceUrl],
  ];
  const section: [string, string | null] = [t('field.section'), name('section', item.section)];
  const shown = [
    ...rows,
    ...(item.section === 'catalogue' ? [] : [section]),
    ...rest.filter(([, value]) => value),
  ];
  return (
    <dl className="facts">
      {shown.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
