import type { DisclosureAttribute } from '../law/index.ts';
import { detectAttributeContradictions } from './attribute-contradiction.ts';
import { detectBankCards } from './bank-card.ts';
import { type Hit, type Subject, toFinding } from './detect.ts';
import type { DetectorId, Finding, Severity } from './finding.ts';
import { detectHiddenLinks } from './hidden-link.ts';
import { detectHijacking } from './hijack.ts';
import { detectMobiles } from './mobile.ts';
import { normalise } from './normalise.ts';
import { detectResidentIds } from './resident-id.ts';
import { detectSecrecyMarks } from './secrecy-mark.ts';
import { detectLostWording } from './wording.ts';

/** What is known about the document beside its text. */
export interface ScreeningContext {
  /** Official name of the publishing agency, to notice when something else stands in its place. */
  readonly agencyName?: string;
  /** Telephone numbers the agency publishes as its own; they are not findings. */
  readonly ownContacts?: readonly string[];
  /** Hosts the agency publishes on; links to them are never foreign. */
  readonly ownHosts?: readonly string[];
  /** Disclosure attribute recorded for the item. */
  readonly attribute?: DisclosureAttribute;
  /** Legal date 'YYYY-MM-DD'; birth dates after it are not of living people. Default: end of 2099. */
  readonly today?: string;
}

export interface ScreeningInput {
  /** Plain text; lines separated by newline, pages by form feed. Hostile. */
  readonly text: string;
  readonly title?: string;
  /** The markup the text was taken from, for hidden links. Hostile. */
  readonly html?: string;
  readonly context?: ScreeningContext;
}

const SEVERITY_ORDER: Record<Severity, number> = { critical: 0, warning: 1, info: 2 };

function subjectOf(field: string, input: string): Subject {
  return { field, input, normalised: normalise(input) };
}

const LAST_DATE = '2099-12-31';

function screenField(field: string, input: string, context: ScreeningContext): Finding[] {
  const subject = subjectOf(field, input);
  const found: [DetectorId, Hit[]][] = [
    ['resident-id', detectResidentIds(subject, context.today ?? LAST_DATE)],
    ['mobile', detectMobiles(subject, context.ownContacts ?? [])],
    ['bank-card', detectBankCards(subject)],
    ['secrecy-mark', detectSecrecyMarks(subject)],
    ['attribute-contradiction', detectAttributeContradictions(subject, context.attribute)],
    ['hijack', detectHijacking(subject, context.agencyName)],
    ['wording', detectLostWording(subject)],
  ];
  return found.flatMap(([detector, hits]) => hits.map((hit) => toFinding(detector, subject, hit)));
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || a.end - b.end;
}

/**
 * Screens a text before publication: personal data, secrecy marks, a printed attribute that contradicts the
 * recorded one, and hijacked content. Findings come in order of place, title first, then text, then markup;
 * time is in proportion to the length of the input. 《条例》第十七条, 《个人信息保护法》第二十八条.
 */
export function screen({ text, title, html, context = {} }: ScreeningInput): Finding[] {
  return [
    ...(title ? screenField('title', title, context).sort(byPlace) : []),
    ...screenField('text', text, context).sort(byPlace),
    ...(html ? detectHiddenLinks(html, context.ownHosts ?? []).sort(byPlace) : []),
  ];
}

/** One named text of a document: 'title', 'body', 'attachment:3' …; `html` also looks for hidden links. */
export interface DocumentField {
  readonly name: string;
  readonly text: string;
  readonly html?: string;
}

/**
 * Screens every text of a document. A field named 'title' is weighed as a title; findings carry the field's
 * name, and offsets of its markup when the finding is about hidden links (field '<name>#html').
 */
export function screenDocument(document: {
  readonly fields: readonly DocumentField[];
  readonly context?: ScreeningContext;
}): Finding[] {
  const context = document.context ?? {};
  return document.fields.flatMap(({ name, text, html }) => [
    ...screenField(name, text, context).sort(byPlace),
    ...(html ? detectHiddenLinks(html, context.ownHosts ?? [], `${name}#html`).sort(byPlace) : []),
  ]);
}

/** True when a finding blocks publication until a secrecy reviewer overrides it. */
export function blocksPublication(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'critical');
}
