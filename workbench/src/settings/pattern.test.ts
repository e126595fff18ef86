import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IndexPattern } from '../../../src/information/contract.ts';
import {
  checkIndexPattern,
  formatIndexNumber,
  INDEX_PRESETS,
} from '../../../src/information/index-number.ts';
import { fits, formatted, PRESETS } from './pattern.ts';

const PATTERNS: IndexPattern[] = [
  { preset: 'fujian', ...PRESETS.fujian, body: 'SL10107' },
  { preset: 'national', ...PRESETS.national, body: '000014349' },
  { preset: 'custom', pattern: '{body}{class}/{year}-{seq:3}', body: 'A', scope: 'class-year' },
  { preset: 'custom', pattern: '{body}-{year}', body: 'A', scope: 'year' },
  { preset: 'custom', pattern: '{body}-{seq:5}', body: 'A', scope: 'year' },
  { preset: 'custom', pattern: '{year}-{seq:5}', body: 'A', scope: 'year' },
  { preset: 'custom', pattern: '{body}-{year}-{seq:5}', body: 'A', scope: 'class-year' },
  { preset: 'custom', pattern: '{body}-{year}-{seq:5}-{seq:5}', body: 'A', scope: 'year' },
  { preset: 'custom', pattern: '{body}-{month}-{year}-{seq:5}', body: 'A', scope: 'year' },
  { preset: 'custom', pattern: '{body} {year}-{seq:5}', body: 'A', scope: 'year' },
  { preset: 'fujian', ...PRESETS.fujian, body: '' },
];

function serverTakes(pattern: IndexPattern): boolean {
  try {
    checkIndexPattern(pattern);
    return true;
  } catch {
    return false;
  }
}

test('the preview accepts what the server accepts, and writes the same number', () => {
  assert.deepEqual(PRESETS, INDEX_PRESETS);
  for (const pattern of PATTERNS) {
    assert.equal(fits(pattern), serverTakes(pattern), pattern.pattern);
    if (fits(pattern)) assert.equal(formatted(pattern, 2026), formatIndexNumber(pattern, '0000', 2026, 1));
  }
});
