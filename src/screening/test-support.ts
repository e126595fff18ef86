import assert from 'node:assert/strict';
import type { Finding } from './finding.ts';
import { type ScreeningContext, screen } from './screen.ts';

/** Codes with severity, in order of place: what table tests compare. */
export function codes(text: string, context?: ScreeningContext): string[] {
  return verdicts(screen({ text, ...(context ? { context } : {}) }));
}

/** 'code severity' of each finding. */
export function verdicts(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `${finding.code} ${finding.severity}`);
}

/** The original text that each finding points at. */
export function marked(text: string): string[] {
  return screen({ text }).map(({ start, end }) => text.slice(start, end));
}

/** Asserts that exactly one finding of this code and severity is reported. */
export function findsOne(text: string, expected: string, context?: ScreeningContext): void {
  assert.deepEqual(codes(text, context), [expected], text);
}

/** Asserts that nothing is reported. */
export function passes(text: string, context?: ScreeningContext): void {
  assert.deepEqual(codes(text, context), [], text);
}
