import { type Actor, agenciesWhere } from '../agencies/index.ts';
import { addWorkingDays, DUE_SOON_DAYS } from '../law/index.ts';
import type { Services } from '../platform/index.ts';
import { stepsFor } from './chain.ts';
import type { Queue } from './contract.ts';
import { decidingRole } from './lifecycle.ts';
import { joinedItems, rowsById } from './list.ts';
import { loadSettings } from './settings.ts';
import { partyOf } from './situation.ts';
import { REVIEW_STEPS, type State } from './states.ts';

type Group = Queue['groups'][number]['group'];

/** How many items of a group the queue itself shows; the list shows all. */
const SHOWN = 50;

/** What waits for this person, group by group, the most urgent first: the start page of the workbench. */
export async function myQueue(services: Services, actor: Actor): Promise<Queue> {
  const today = services.clock.today();
  const soon = addWorkingDays(today, DUE_SOON_DAYS).date;
  const writes = agenciesWhere(actor, 'item.write');
  const publishes = agenciesWhere(actor, 'item.publish');
  const groups: [Group, string[]][] = [
    ['to-decide', await idsToDecide(services, actor)],
    ['returned', await idsReturned(services, actor)],
    ['blocked', await idsWhere(services, publishes, (q) => q.where('i.blocked_reason', 'is not', null))],
    [
      'to-publish',
      await idsWhere(services, publishes, (q) =>
        q.where('i.state', '=', 'approved').where('i.blocked_reason', 'is', null),
      ),
    ],
    [
      'overdue',
      await idsWhere(services, writes, (q) =>
        q
          .where('p.item_id', 'is', null)
          .where('i.attribute', '=', 'proactive')
          .where('i.due_on', '<=', soon)
          .where('i.state', '!=', 'scheduled'),
      ),
    ],
    [
      're-examine',
      await idsWhere(services, writes, (q) =>
        q.where('i.state', '=', 'withheld').where('i.reexamine_on', '<=', today),
      ),
    ],
    [
      'drafts',
      await idsWhere(services, writes, (q) =>
        q.where('i.state', '=', 'draft').where('i.created_by', '=', actor.personId),
      ),
    ],
    ['scheduled', await idsWhere(services, publishes, (q) => q.where('i.state', '=', 'scheduled'))],
  ];
  return {
    groups: await Promise.all(
      groups.map(async ([group, ids]) => ({
        group,
        total: ids.length,
        items: await rowsById(services, ids.slice(0, SHOWN)),
      })),
    ),
  };
}

type Items = ReturnType<typeof joinedItems>;

async function idsWhere(
  services: Services,
  agencies: string[],
  narrow: (items: Items) => Items,
): Promise<string[]> {
  if (agencies.length === 0) return [];
  const rows = await narrow(joinedItems(services.database.read).where('i.agency_id', 'in', agencies))
    .select(['i.id'])
    .orderBy('i.due_on')
    .orderBy('i.updated_at')
    .execute();
  return rows.map((row) => row.id);
}

/** Items at a step this person may decide on: their role in the chain, their unit, not their own work. */
async function idsToDecide(services: Services, actor: Actor): Promise<string[]> {
  const agencies = agenciesWhere(actor, 'item.review');
  if (agencies.length === 0) return [];
  const chains = new Map(
    await Promise.all(
      agencies.map(async (id) => [id, (await loadSettings(services.database.read, id)).chain] as const),
    ),
  );
  const rows = await joinedItems(services.database.read)
    .select(['i.id', 'i.agency_id', 'i.unit_id', 'i.state', 'i.sensitive', 'v.authors'])
    .where('i.agency_id', 'in', agencies)
    .where('i.state', 'in', [...REVIEW_STEPS])
    .orderBy('i.due_on')
    .orderBy('i.updated_at')
    .execute();
  return rows
    .filter((row) => {
      const authors = JSON.parse(row.authors) as string[];
      if (authors.includes(actor.personId)) return false;
      const chain = stepsFor(chains.get(row.agency_id)!, row.sensitive === 1);
      const place = { state: row.state as State, chain, sensitive: row.sensitive === 1, unitId: row.unit_id };
      return decidingRole({ ...place, authors }, partyOf(actor, row.agency_id, row.unit_id)) !== undefined;
    })
    .map((row) => row.id);
}

/** Drafts that came back: the last thing that happened to them is a return, and this person wrote on them. */
async function idsReturned(services: Services, actor: Actor): Promise<string[]> {
  const agencies = agenciesWhere(actor, 'item.write');
  if (agencies.length === 0) return [];
  const rows = await joinedItems(services.database.read)
    .innerJoin('review_step as s', 's.item_id', 'i.id')
    .select(['i.id', 'v.authors'])
    .where('i.agency_id', 'in', agencies)
    .where('i.state', '=', 'draft')
    .where('s.action', '=', 'return')
    .where((eb) =>
      eb(
        's.step',
        '=',
        eb
          .selectFrom('review_step as t')
          .select((inner) => inner.fn.max('t.step').as('last'))
          .whereRef('t.item_id', '=', 'i.id'),
      ),
    )
    .orderBy('i.due_on')
    .execute();
  return rows
    .filter((row) => (JSON.parse(row.authors) as string[]).includes(actor.personId))
    .map((row) => row.id);
}
