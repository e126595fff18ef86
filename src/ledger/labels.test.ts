import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTIONS } from './entry.ts';
import { LEDGER_ERROR_CODES } from './errors.ts';
import { ledgerLabels } from './labels.ts';
import { FINDING_CODES } from './verification.ts';
import { PROOF_CODES } from './verify-proof.ts';

test('every code of the room has its text, and every text its code', () => {
  const expected = [
    ...LEDGER_ERROR_CODES.map((code) => `error.${code}`),
    ...ACTIONS.map((action) => `ledger.action.${action}`),
    ...PROOF_CODES.map((code) => `ledger.proof.${code}`),
    ...FINDING_CODES.map((code) => `ledger.finding.${code}`),
  ];
  assert.deepEqual(Object.keys(ledgerLabels).sort(), expected.sort());
});
