import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openLogKey } from '../ledger/index.ts';
import { migrations } from '../migrations.ts';
import { openOnSqlite } from '../platform/testing.ts';
import { buildDemonstration } from './index.ts';

/** What two builds must have in common, and the passwords they must not. */
async function built() {
  const opened = await openOnSqlite(migrations);
  try {
    const signIns = await buildDemonstration({ ...opened, logKey: openLogKey(opened.config) });
    const picture = await opened.database.read
      .selectFrom('publication_entry as e')
      .innerJoin('publication as p', 'p.item_id', 'e.item_id')
      .select(['e.seq', 'e.at', 'e.action', 'p.title', 'p.index_number', 'p.document_number'])
      .orderBy('e.seq')
      .execute();
    return { picture, passwords: signIns.map((one) => one.password) };
  } finally {
    await opened.dispose();
  }
}

it('a demonstration is the same at each build but for passwords and identifiers', async () => {
  const first = await built();
  const second = await built();
  assert.ok(first.passwords.every((password) => !second.passwords.includes(password)));
  assert.deepEqual(second.picture, first.picture);
});
