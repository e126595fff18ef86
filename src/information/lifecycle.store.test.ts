import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { delegate } from '../agencies/index.ts';
import { verifyLocal } from '../ledger/index.ts';
import { onEachDatabase } from '../platform/testing.ts';
import { startChange } from './change.ts';
import { checkRecords } from './check-records.ts';
import { updateItem } from './draft.ts';
import type { Refusal } from './errors.ts';
import { publicHistory, publicItem } from './public.ts';
import { publishDue, publishItem, withdrawItem } from './publish.ts';
import { myQueue } from './queue.ts';
import { overrideFinding } from './remark.ts';
import { approveItem, returnItem, submitItem } from './review.ts';
import { loadItem } from './store.ts';
import {
  actorFor,
  createPersonWith,
  draftItem,
  openOffice,
  passChain,
  publishedItem,
  revisionOf,
  type TestOffice,
} from './testing.ts';

/** GB 11643 example of the standard's own text: no living person's number. */
const STANDARD_ID = '11010519491231002X';

function refusedFor(...reasons: Refusal[]) {
  return (error: { code?: string; details?: { reasons?: Refusal[] } }) => {
    assert.equal(error.code, 'NOT_ALLOWED');
    assert.deepEqual(error.details?.reasons, reasons);
    return true;
  };
}

onEachDatabase('the life of an item', (open) => {
  let office: TestOffice;
  before(async () => {
    office = await openOffice(open);
  });
  after(() => office.services.dispose());

  const revision = (id: string) => revisionOf(office, id);
  const state = async (id: string) => (await loadItem(office.services.database.read, id)).state;

  test('a draft passes every step, is published, numbered and in the log', async () => {
    const id = await publishedItem(office);
    const item = await publicItem(office.services.database.read, id);
    assert.match(item!.indexNumber, /^CS10107-0400-2026-0000\d$/);
    assert.equal(item!.record?.title, '关于调整102路公交线路的通告');
    assert.equal(item!.publishedOn, '2026-11-23');
    assert.equal(item!.daysToPublish, 5);
    const report = await verifyLocal(office.services.database, office.services.logKey, {
      onEntry: checkRecords(office.services.database),
    });
    assert.deepEqual(report.findings, []);
  });

  test('submitting names everything that is missing at once', async () => {
    const id = await draftItem(
      office,
      { title: '', bodyHtml: '', formedOn: null, issuingAgency: null },
      { categoryId: null, attribute: 'not-disclosed' },
    );
    await assert.rejects(
      submitItem(office.services, office.people.clerk, id, { revision: await revision(id) }),
      refusedFor(
        'TITLE_MISSING',
        'CONTENT_MISSING',
        'CATEGORY_MISSING',
        'FORMED_ON_MISSING',
        'ISSUER_MISSING',
        'GROUND_MISSING',
        'REEXAMINATION_DATE_MISSING',
      ),
    );
  });

  describe('four eyes', () => {
    test('nobody approves what they wrote, whatever role they hold', async () => {
      const { services, people } = office;
      const id = await draftItem(office);
      await updateItem(services, people['unit-head'], id, {
        revision: await revision(id),
        fields: { summary: '改' },
      });
      await submitItem(services, people.clerk, id, { revision: await revision(id) });
      await assert.rejects(
        approveItem(services, people['unit-head'], id, { revision: await revision(id) }),
        refusedFor('OWN_WORK'),
      );
    });

    test('a step is decided by its role only', async () => {
      const { services, people } = office;
      const id = await draftItem(office);
      await submitItem(services, people.clerk, id, { revision: await revision(id) });
      await assert.rejects(
        approveItem(services, people['approving-leader'], id, { revision: await revision(id) }),
        refusedFor('NOT_YOUR_STEP'),
      );
    });

    test('a delegate decides on behalf of the absent, but not on work of the one who delegated', async () => {
      const { services, people } = office;
      const deputy = await createPersonWith(services, office.agencyId, 'clerk', `deputy${Date.now()}`);
      await delegate(services, people['unit-head'], {
        toPersonId: deputy.personId,
        agencyId: office.agencyId,
        role: 'unit-head',
        fromOn: '2026-11-23',
        toOn: '2026-11-30',
      });
      const acting = await actorFor(services, deputy.personId);
      const id = await draftItem(office);
      await submitItem(services, people.clerk, id, { revision: await revision(id) });
      assert.equal(
        await approveItem(services, acting, id, { revision: await revision(id) }),
        'secrecy-review',
      );
      const own = await draftItem(office);
      await updateItem(services, people['unit-head'], own, {
        revision: await revision(own),
        fields: { summary: '改' },
      });
      await submitItem(services, people.clerk, own, { revision: await revision(own) });
      await assert.rejects(
        approveItem(services, acting, own, { revision: await revision(own) }),
        refusedFor('NOT_YOUR_STEP'),
      );
    });
  });

  test('of two who decide at once one wins and the other is told who', async () => {
    const { services, people } = office;
    const id = await draftItem(office);
    await submitItem(services, people.clerk, id, { revision: await revision(id) });
    const seen = await revision(id);
    const results = await Promise.allSettled([
      approveItem(services, people['unit-head'], id, { revision: seen }),
      returnItem(services, people['unit-head'], id, { revision: seen, to: 'draft', comment: '请补充附件' }),
    ]);
    assert.equal(results.filter((one) => one.status === 'fulfilled').length, 1);
    const lost = results.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    assert.equal(lost.reason.code, 'REVISION_CONFLICT');
    assert.equal(lost.reason.details.personName, '测试unit-head');
  });

  test('a sensitive item cannot pass without risk assessment', async () => {
    const { services, people } = office;
    const id = await draftItem(office, {}, { sensitive: true });
    await submitItem(services, people.clerk, id, { revision: await revision(id) });
    await approveItem(services, people['unit-head'], id, { revision: await revision(id) });
    await approveItem(services, people['secrecy-reviewer'], id, { revision: await revision(id) });
    assert.equal(await state(id), 'risk-assessment');
  });

  test('a returned item goes back to the step named, with the reason', async () => {
    const { services, people } = office;
    const id = await draftItem(office);
    await submitItem(services, people.clerk, id, { revision: await revision(id) });
    await approveItem(services, people['unit-head'], id, { revision: await revision(id) });
    await returnItem(services, people['secrecy-reviewer'], id, {
      revision: await revision(id),
      to: 'unit-review',
      comment: '请科室核实数据',
    });
    assert.equal(await state(id), 'unit-review');
    await assert.rejects(
      returnItem(services, people['unit-head'], id, {
        revision: await revision(id),
        to: 'approval',
        comment: '不能往后退',
      }),
      refusedFor('NOT_AN_EARLIER_STEP'),
    );
  });

  test('a critical finding blocks until a secrecy reviewer answers for it', async () => {
    const { services, people } = office;
    const id = await draftItem(office, { bodyHtml: `<p>当事人身份证号${STANDARD_ID}。</p>` });
    await submitItem(services, people.clerk, id, { revision: await revision(id) });
    await approveItem(services, people['unit-head'], id, { revision: await revision(id) });
    await assert.rejects(
      approveItem(services, people['secrecy-reviewer'], id, { revision: await revision(id) }),
      refusedFor('CRITICAL_FINDINGS'),
    );
    const findings = await services.database.read
      .selectFrom('item_finding')
      .selectAll()
      .where('item_id', '=', id)
      .execute();
    assert.ok(findings.every((one) => !one.excerpt.includes(STANDARD_ID)));
    const { key } = findings.find((one) => one.severity === 'critical')!;
    const answer = { revision: await revision(id), reason: '国家标准中的示例号码' };
    await assert.rejects(
      overrideFinding(services, people['unit-head'], id, key, answer),
      refusedFor('NO_PERMISSION'),
    );
    await overrideFinding(services, people['secrecy-reviewer'], id, key, answer);
    await approveItem(services, people['secrecy-reviewer'], id, { revision: await revision(id) });
    assert.equal(await state(id), 'approval');
  });

  test('an answer for a finding does not cover other words in its place', async () => {
    const { services, people } = office;
    const id = await draftItem(office, { bodyHtml: `<p>身份证号${STANDARD_ID}</p>` });
    const submit = async () =>
      submitItem(services, people.clerk, id, { revision: await revision(id), skip: ['unit-review'] });
    await submit();
    const [finding] = await services.database.read
      .selectFrom('item_finding')
      .select('key')
      .where('item_id', '=', id)
      .where('severity', '=', 'critical')
      .execute();
    await overrideFinding(services, people['secrecy-reviewer'], id, finding!.key, {
      revision: await revision(id),
      reason: '示例号码',
    });
    await returnItem(services, people['secrecy-reviewer'], id, {
      revision: await revision(id),
      to: 'draft',
      comment: '请修改',
    });
    await updateItem(services, people.clerk, id, {
      revision: await revision(id),
      fields: { bodyHtml: '<p>身份证号440524188001010014</p>' },
    });
    await submit();
    await assert.rejects(
      approveItem(services, people['secrecy-reviewer'], id, { revision: await revision(id) }),
      refusedFor('CRITICAL_FINDINGS'),
    );
  });

  test('an item not disclosed passes the chain and is kept, never published', async () => {
    const { services, people } = office;
    const id = await draftItem(
      office,
      {},
      { attribute: 'not-disclosed', ground: 'ogi2019-14-state-secret', reexamineOn: '2027-11-01' },
    );
    await passChain(office, id);
    assert.equal(await state(id), 'withheld');
    await assert.rejects(
      publishItem(services, people['disclosure-officer'], id, { revision: await revision(id), at: 'now' }),
      refusedFor('NOT_IN_THIS_STATE', 'NOT_PROACTIVE'),
    );
  });

  test('an item kept undisclosed is reopened at its re-examination and can then be published', async () => {
    const { services, people } = office;
    const officer = people['disclosure-officer'];
    const id = await draftItem(
      office,
      {},
      { attribute: 'not-disclosed', ground: 'ogi2019-14-state-secret', reexamineOn: '2026-11-20' },
    );
    await passChain(office, id);
    const due = (await myQueue(services, officer)).groups.find((one) => one.group === 're-examine')!;
    assert.ok(due.items.some((one) => one.id === id));
    await returnItem(services, officer, id, {
      revision: await revision(id),
      to: 'draft',
      comment: '评估后可以公开',
    });
    await updateItem(services, people.clerk, id, {
      revision: await revision(id),
      placement: { attribute: 'proactive', ground: null, reexamineOn: null },
    });
    await passChain(office, id);
    await publishItem(services, officer, id, { revision: await revision(id), at: 'now' });
    assert.equal((await publicItem(services.database.read, id))?.status, 'in-force');
  });

  test('what is scheduled becomes public when its time has come, not before', async () => {
    const { services, people } = office;
    const id = await draftItem(office);
    await passChain(office, id);
    await publishItem(services, people['disclosure-officer'], id, {
      revision: await revision(id),
      at: '2026-11-24T01:00:00Z',
    });
    assert.equal(await publishDue(services), 0);
    assert.equal(await publicItem(services.database.read, id), null);
    services.clock.set('2026-11-24T01:00:00Z');
    assert.equal(await publishDue(services), 1);
    assert.equal((await publicItem(services.database.read, id))?.publishedOn, '2026-11-24');
    services.clock.set('2026-11-23T01:00:00Z');
  });

  test('an amendment goes through the chain; until then the public sees the old text', async () => {
    const { services, people } = office;
    const id = await publishedItem(office);
    const before = await publicItem(services.database.read, id);
    await startChange(services, people.clerk, id, {
      revision: await revision(id),
      change: 'amend',
      reason: '增加绕行站点',
    });
    await updateItem(services, people.clerk, id, {
      revision: await revision(id),
      fields: { bodyHtml: '<p>增加绕行站点。</p>' },
    });
    assert.equal((await publicItem(services.database.read, id))?.record?.bodyHtml, before?.record?.bodyHtml);
    await passChain(office, id);
    await publishItem(services, people['disclosure-officer'], id, {
      revision: await revision(id),
      at: 'now',
    });
    const amended = await publicItem(services.database.read, id);
    assert.equal(amended?.record?.bodyHtml, '<p>增加绕行站点。</p>');
    assert.equal(amended?.indexNumber, before?.indexNumber);
    assert.deepEqual(
      (await publicHistory(services.database.read, id)).map((one) => one.action),
      ['publish', 'amend'],
    );
  });

  test('withdrawal takes the content from every public place at once and leaves its entries', async () => {
    const { services, people } = office;
    const id = await publishedItem(office, { title: '张某某处罚决定' });
    await withdrawItem(services, people['disclosure-officer'], id, {
      revision: await revision(id),
      reasonCode: 'personal-data',
      reason: '误公开个人信息',
    });
    const gone = await publicItem(services.database.read, id);
    assert.equal(gone?.record, null);
    assert.equal(gone?.title, '');
    const history = await publicHistory(services.database.read, id);
    assert.deepEqual(
      history.map((one) => [one.action, one.record]),
      [
        ['publish', null],
        ['withdraw', null],
      ],
    );
    const rows = await services.database.read
      .selectFrom('publication_entry')
      .selectAll()
      .where('item_id', '=', id)
      .execute();
    assert.ok(!JSON.stringify(rows).includes('处罚决定'));
    const report = await verifyLocal(services.database, services.logKey, {
      onEntry: checkRecords(services.database),
    });
    assert.equal(report.ok, true);
  });

  test('a withdrawn item comes back only through the chain', async () => {
    const { services, people } = office;
    const id = await publishedItem(office);
    await withdrawItem(services, people['approving-leader'], id, {
      revision: await revision(id),
      reasonCode: 'factual-error',
      reason: '数据有误',
    });
    await assert.rejects(
      startChange(services, people.clerk, id, {
        revision: await revision(id),
        change: 'amend',
        reason: '更正数据',
      }),
      refusedFor('ALREADY_WITHDRAWN'),
    );
    await startChange(services, people.clerk, id, {
      revision: await revision(id),
      change: 'reinstate',
      reason: '核实无误',
    });
    await passChain(office, id);
    await publishItem(services, people['disclosure-officer'], id, {
      revision: await revision(id),
      at: 'now',
    });
    assert.equal((await publicItem(services.database.read, id))?.status, 'in-force');
  });

  test('altered public content is found by comparing it with the log', async () => {
    const { services } = office;
    const id = await publishedItem(office);
    const { record } = await services.database.read
      .selectFrom('publication')
      .select('record')
      .where('item_id', '=', id)
      .executeTakeFirstOrThrow();
    const put = (text: string) =>
      services.database.write(async (tx) => {
        await tx.updateTable('publication').set({ record: text }).where('item_id', '=', id).execute();
      });
    await put(record!.replaceAll('测试市交通运输局', '某体育平台'));
    const report = await verifyLocal(services.database, services.logKey, {
      onEntry: checkRecords(services.database),
    });
    assert.deepEqual(
      report.findings.map((one) => one.code),
      ['PAGE_DIFFERS'],
    );
    await put(record!);
  });
});
