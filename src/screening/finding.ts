/** The detectors of this room, one file each. */
export const DETECTORS = [
  'resident-id',
  'mobile',
  'bank-card',
  'secrecy-mark',
  'attribute-contradiction',
  'hijack',
  'hidden-link',
  'wording',
] as const;
export type DetectorId = (typeof DETECTORS)[number];

/** `critical` blocks publication until a secrecy reviewer gives a reason; `warning` is shown; `info` is kept. */
export type Severity = 'critical' | 'warning' | 'info';

/** Words for people, Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * One hit. `start` and `end` are UTF-16 offsets into the field as it was handed in, so an editor can mark
 * the place. The excerpt is masked when it holds personal data: a finding never repeats the number.
 */
export interface Finding {
  readonly detector: DetectorId;
  /** Stable code under the detector, e.g. 'resident-id.valid'; tests and policies name it. */
  readonly code: string;
  readonly severity: Severity;
  /** Which text the offsets refer to: 'text', 'title' or 'html', or a field name of `screenDocument`. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly why: Bilingual;
  /** Article or standard the rule rests on. */
  readonly source: string;
  /** What to write instead, e.g. the masked number. */
  readonly suggestion?: string;
}
