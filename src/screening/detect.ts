import type { DetectorId, Finding, Severity } from './finding.ts';
import type { Normalised } from './normalise.ts';
import { FINDING_TEXTS, type FindingCode } from './texts.ts';

/** Characters of an excerpt at most. */
const EXCERPT_LENGTH = 60;

/** A text under inspection: its field name, the text made comparable, and the text as it was handed in. */
export interface Subject {
  readonly field: string;
  readonly input: string;
  readonly normalised: Normalised;
}

/** What a detector found, in offsets of the normalised text. */
export interface Hit {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  /** Shown instead of the text itself: personal data is masked, a secrecy mark names its kind only. */
  readonly shown?: string;
  readonly suggestion?: string;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= EXCERPT_LENGTH ? line : `${line.slice(0, EXCERPT_LENGTH - 1)}…`;
}

/** Turns a hit into a finding with offsets of the original text. */
export function toFinding(detector: DetectorId, subject: Subject, hit: Hit): Finding {
  const { start, end } = subject.normalised.original(hit.start, hit.end);
  return {
    detector,
    code: hit.code,
    severity: hit.severity,
    field: subject.field,
    start,
    end,
    excerpt: hit.shown ?? shorten(subject.input.slice(start, Math.min(end, start + 4 * EXCERPT_LENGTH))),
    ...FINDING_TEXTS[hit.code],
    ...(hit.suggestion === undefined ? {} : { suggestion: hit.suggestion }),
  };
}
