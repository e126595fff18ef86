import type { LegalDate } from './date.ts';
import { DISCLOSURE_GROUNDS, type DisclosureGround } from './grounds.ts';
import { type Statute, statuteOn } from './statute.ts';

/** 公开属性, decided at the source by the unit that makes the information (《条例》2019 第十三条、第十七条). */
export type DisclosureAttribute = 'proactive' | 'on-request' | 'not-disclosed';

/** The three disclosure attributes in the order forms show them, with what decides each. */
export const DISCLOSURE_ATTRIBUTES: readonly {
  readonly id: DisclosureAttribute;
  readonly label: { readonly zh: string; readonly en: string };
  /** A ground from `groundsFor` must be given. */
  readonly needsGround: boolean;
  readonly article: string;
}[] = [
  {
    id: 'proactive',
    label: { zh: '主动公开', en: 'Proactive disclosure' },
    needsGround: false,
    article: '《条例》第十九条至第二十一条',
  },
  {
    id: 'on-request',
    label: { zh: '依申请公开', en: 'Disclosure on request' },
    needsGround: true,
    article: '《条例》第十三条、第二十七条',
  },
  {
    id: 'not-disclosed',
    label: { zh: '不予公开', en: 'Not disclosed' },
    needsGround: true,
    article: '《条例》第十四条至第十六条',
  },
];

/** The attribute written in a document or a table ('主动公开', '依申请', '不公开' …), or null. */
export function parseDisclosureAttribute(text: string): DisclosureAttribute | null {
  const word = text.normalize('NFKC').replace(/\s/g, '');
  if (/^(?:此件)?(?:主动公开|公开发布|公开)$/.test(word)) return 'proactive';
  if (/^(?:此件)?依申请(?:公开)?$/.test(word)) return 'on-request';
  if (/^(?:此件)?(?:不予公开|不公开)$/.test(word)) return 'not-disclosed';
  return null;
}

function statuteFor(date: LegalDate): Statute {
  return statuteOn(date) ?? 'OGI2007';
}

/**
 * The legal grounds open for an attribute under the Regulations in force on `date`; none are needed for
 * proactive disclosure. Before 2008-05-01 the grounds of OGI2007 are offered, since older information is
 * judged when it is asked for.
 * @throws CalendarError 'BAD_DATE'
 */
export function groundsFor(attribute: DisclosureAttribute, date: LegalDate): readonly DisclosureGround[] {
  const statute = statuteFor(date);
  return DISCLOSURE_GROUNDS.filter(
    (ground) => ground.statute === statute && ground.attributes.some((allowed) => allowed === attribute),
  );
}

/** The ground with this id, or undefined. */
export function disclosureGround(id: string): DisclosureGround | undefined {
  return DISCLOSURE_GROUNDS.find((ground) => ground.id === id);
}

/**
 * Does the periodic re-assessment (定期评估审查) of 《条例》2019 第十八条 apply to an item that was kept
 * back on this ground, asked on `date`? The duty exists since 2019-05-15, for older items too.
 * @throws CalendarError 'BAD_DATE'
 */
export function reassessmentApplies(ground: DisclosureGround, date: LegalDate): boolean {
  return ground.reassessed && statuteOn(date) === 'OGI2019';
}
