import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { verifyLocal } from '../ledger/index.ts';
import { DomainError } from '../platform/index.ts';
import { openOnSqlite } from '../platform/testing.ts';
import { startChange } from './change.ts';
import { checkRecords } from './check-records.ts';
import { discardDraft, updateItem } from './draft.ts';
import { publicHistory, publicItem } from './public.ts';
import { publishDue, publishItem, unscheduleItem, withdrawItem } from './publish.ts';
import { approveItem, returnItem, submitItem } from './review.ts';
import { REVIEW_STEPS } from './states.ts';
import { loadItem } from './store.ts';
import { draftItem, OFFICE_ROLES, openOffice, revisionOf, type TestOffice } from './testing.ts';

/** Everything anyone might try, in any order, by anyone. */
const ACTIONS = [
  'submit',
  'submit-skipping',
  'approve',
  'approve-and-publish',
  'return',
  'edit',
  'publish',
  'schedule',
  'unschedule',
  'tick',
  'amend',
  'repeal',
  'reinstate',
  'withdraw',
  'discard',
] as const;

let office: TestOffice;
before(async () => {
  office = await openOffice(openOnSqlite);
});
after(() => office.services.dispose());

async function act(itemId: string, action: (typeof ACTIONS)[number], role: (typeof OFFICE_ROLES)[number]) {
  const { services, people } = office;
  const actor = people[role];
  const revision = await revisionOf(office, itemId);
  const change = (kind: 'amend' | 'repeal' | 'reinstate') =>
    startChange(services, actor, itemId, { revision, change: kind, reason: '变更' });
  switch (action) {
    case 'submit':
      return submitItem(services, actor, itemId, { revision });
    case 'submit-skipping':
      return submitItem(services, actor, itemId, { revision, skip: [...REVIEW_STEPS] });
    case 'approve':
      return approveItem(services, actor, itemId, { revision });
    case 'approve-and-publish':
      return approveItem(services, actor, itemId, { revision, publishAt: 'now', skip: ['unit-review'] });
    case 'return':
      return returnItem(services, actor, itemId, { revision, to: 'draft', comment: '退回修改' });
    case 'edit':
      return updateItem(services, actor, itemId, { revision, fields: { summary: String(revision) } });
    case 'publish':
      return publishItem(services, actor, itemId, { revision, at: 'now' });
    case 'schedule':
      return publishItem(services, actor, itemId, { revision, at: '2026-11-23T02:00:00Z' });
    case 'unschedule':
      return unscheduleItem(services, actor, itemId, revision);
    case 'tick':
      services.clock.set('2026-11-23T02:00:00Z');
      await publishDue(services);
      return services.clock.set('2026-11-23T01:00:00Z');
    case 'withdraw':
      return withdrawItem(services, actor, itemId, { revision, reasonCode: 'tampered', reason: '撤回' });
    case 'discard':
      return discardDraft(services, actor, itemId, revision);
    default:
      return change(action);
  }
}

/** Each public version was approved at every firm step by someone who did not write it. */
async function assertChainKept(itemId: string) {
  const { read } = office.services.database;
  for (const { version, action } of await publicHistory(read, itemId)) {
    if (action === 'withdraw') continue;
    const approvals = await read
      .selectFrom('review_step')
      .selectAll()
      .where('item_id', '=', itemId)
      .where('version', '=', version)
      .where('action', '=', 'approve')
      .execute();
    const { authors } = await read
      .selectFrom('item_version')
      .select('authors')
      .where('item_id', '=', itemId)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    for (const step of ['secrecy-review', 'approval'])
      assert.ok(
        approvals.some((one) => one.from_state === step && !JSON.parse(authors).includes(one.person_id)),
        `${itemId} v${version} became public without ${step}`,
      );
  }
}

async function assertWithdrawnIsGone(itemId: string) {
  const { read } = office.services.database;
  const item = await publicItem(read, itemId);
  if (item?.status !== 'withdrawn') return;
  assert.equal(item.record, null);
  assert.ok((await publicHistory(read, itemId)).every((one) => one.record === null));
}

async function assertIndexNumbersGapless() {
  const rows = await office.services.database.read
    .selectFrom('item')
    .select('index_number')
    .where('index_number', 'is not', null)
    .execute();
  const running = rows.map((row) => Number(row.index_number!.slice(-5))).sort((a, b) => a - b);
  assert.deepEqual(
    running,
    running.map((_, index) => index + 1),
  );
}

test('no sequence of actions publishes without the chain, doubles a number or leaves withdrawn content', async () => {
  const step = fc.record({ action: fc.constantFrom(...ACTIONS), role: fc.constantFrom(...OFFICE_ROLES) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const itemId = await draftItem(office);
      for (const { action, role } of steps) {
        try {
          await act(itemId, action, role);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          if (error.code === 'ITEM_NOT_FOUND') return;
        }
        await assertWithdrawnIsGone(itemId);
      }
      await assertChainKept(itemId);
      await assertIndexNumbersGapless();
    }),
    { numRuns: 60 },
  );
});

test('whoever acts sensibly gets through: a walk of the right people in between publishes', async () => {
  const walk = [
    ['submit', 'clerk'],
    ['approve', 'unit-head'],
    ['approve', 'secrecy-reviewer'],
    ['approve-and-publish', 'approving-leader'],
    ['repeal', 'clerk'],
    ['submit', 'clerk'],
    ['approve', 'unit-head'],
    ['approve', 'secrecy-reviewer'],
    ['approve-and-publish', 'approving-leader'],
    ['withdraw', 'disclosure-officer'],
  ] as const;
  const itemId = await draftItem(office);
  for (const [action, role] of walk) await act(itemId, action, role);
  const actions = (await publicHistory(office.services.database.read, itemId)).map((one) => one.action);
  assert.deepEqual(actions, ['publish', 'repeal', 'withdraw']);
  await assertChainKept(itemId);
  await assertWithdrawnIsGone(itemId);
});

test('after all of it the log verifies and every public page is what its entry says', async () => {
  const report = await verifyLocal(office.services.database, office.services.logKey, {
    onEntry: checkRecords(office.services.database),
  });
  assert.deepEqual(report.findings, []);
  assert.ok(report.size > 0);
  const { total } = await office.services.database.read
    .selectFrom('publication_entry')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  assert.equal(Number(total), report.size);
  await assert.rejects(loadItem(office.services.database.read, 'nobody'), { code: 'ITEM_NOT_FOUND' });
});
