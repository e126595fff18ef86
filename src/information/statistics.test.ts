import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { onEachDatabase } from '../platform/testing.ts';
import { startChange } from './change.ts';
import { type Figure, ItemListQuery } from './contract.ts';
import { listItems } from './list.ts';
import { publishItem, withdrawItem } from './publish.ts';
import { statistics } from './statistics.ts';
import { openOffice, passChain, publishedItem, revisionOf, type TestOffice } from './testing.ts';

onEachDatabase('the figures of a year', (open) => {
  let office: TestOffice;
  before(async () => {
    office = await openOffice(open);
    const { services, people } = office;
    const withdraw = async (id: string) =>
      withdrawItem(services, people['disclosure-officer'], id, {
        revision: await revisionOf(office, id),
        reasonCode: 'factual-error',
        reason: '内容有误',
      });
    services.clock.set('2025-03-10T01:00:00Z');
    const formed = { formedOn: '2025-03-03' };
    for (let number = 0; number < 3; number++) await publishedItem(office, formed);
    await publishedItem(office, { formedOn: '2025-01-06' });
    await publishedItem(office, formed, { unitId: null });
    await withdraw(await publishedItem(office, formed));
    const later = await publishedItem(office, formed);
    const amended = await publishedItem(office, formed);
    services.clock.set('2025-12-31T15:59:59Z');
    const change = { change: 'amend', reason: '调整' } as const;
    await startChange(services, people.clerk, amended, {
      revision: await revisionOf(office, amended),
      ...change,
    });
    await passChain(office, amended);
    const revision = await revisionOf(office, amended);
    await publishItem(services, people['disclosure-officer'], amended, { revision, at: 'now' });
    services.clock.set('2026-02-01T01:00:00Z');
    await withdraw(later);
  });
  after(() => office.services.dispose());

  test('count what was made public in it and not withdrawn by its end', async () => {
    const figures = await statistics(office.services, office.agencyId, 2025);
    assert.equal(figures.published.value, 7, 'withdrawn in the next year still counts, in the same does not');
    assert.equal(figures.late.value, 1);
    assert.equal(figures.inTime.value, 6);
    assert.equal(figures.amended.value, 1, 'a minute before the year ends in Shanghai');
    assert.equal(figures.withdrawn.value, 1);
    assert.equal((await statistics(office.services, office.agencyId, 2026)).withdrawn.value, 1);
  });

  test('open exactly the records behind them, each one', async () => {
    const figures = await statistics(office.services, office.agencyId, 2025);
    const all: Figure[] = [
      figures.published,
      figures.inTime,
      figures.late,
      figures.overdue,
      figures.amended,
      figures.repealed,
      figures.withdrawn,
      ...figures.byCategory,
      ...figures.byUnit,
      ...figures.byMonth,
    ];
    for (const figure of all) {
      const query = ItemListQuery.parse(Object.fromEntries(new URLSearchParams(figure.list)));
      const { total } = await listItems(office.services, office.people['disclosure-officer'], query);
      assert.equal(total, figure.value, `${figure.key}: ${figure.list}`);
    }
  });
});
