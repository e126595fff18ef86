import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasText } from '../../platform/index.ts';
import { informationLabels } from '../labels.ts';
import { DRAFT_REASONS, IMPORT_NOTES, INTAKE_ERRORS } from './errors.ts';
import { intakeLabels } from './labels.ts';

test('every code of an import has its text', () => {
  assert.ok(informationLabels && intakeLabels);
  const keys = [
    ...INTAKE_ERRORS.map((code) => `error.${code}`),
    ...IMPORT_NOTES.map((code) => `import-note.${code}`),
    ...DRAFT_REASONS.map((code) => `refusal.${code}`),
    ...['TITLE_MISSING', 'DATE_INVALID', 'CELL_TOO_LONG'].map((code) => `row-problem.${code}`),
  ];
  assert.deepEqual(
    keys.filter((key) => !hasText(key)),
    [],
  );
});
