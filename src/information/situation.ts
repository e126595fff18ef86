import { type Actor, can } from '../agencies/index.ts';
import type { Queryable } from '../platform/index.ts';
import type { Party, Situation } from './lifecycle.ts';
import { loadSettings } from './settings.ts';
import type { Attribute, Change, PublicStatus, Section, State } from './states.ts';
import { criticalOpen, type ItemWithVersion } from './store.ts';

const PARTY_PERMISSIONS = ['item.write', 'item.publish', 'item.withdraw', 'finding.override'] as const;

/** What lifecycle.ts needs to know of an item, as it stands in this transaction. */
export async function situationOf(database: Queryable, item: ItemWithVersion): Promise<Situation> {
  const { chain } = await loadSettings(database, item.agency_id);
  const attached = await database
    .selectFrom('attachment')
    .select('id')
    .where('item_id', '=', item.id)
    .where('version', '=', item.version)
    .limit(1)
    .executeTakeFirst();
  return {
    state: item.state as State,
    change: item.change as Change,
    publicStatus: item.public_status as PublicStatus | null,
    attribute: item.attribute as Attribute,
    section: item.section as Section,
    sensitive: item.sensitive === 1,
    chain,
    unitId: item.unit_id,
    authors: JSON.parse(item.authors) as string[],
    title: item.title,
    hasContent: item.body_text.trim() !== '' || attached !== undefined,
    hasCategory: item.category_id !== null,
    formedOn: item.formed_on,
    issuingAgency: item.issuing_agency,
    ground: item.ground,
    reexamineOn: item.reexamine_on,
    openCriticalFindings: await criticalOpen(database, item.id, item.version),
  };
}

/** The actor as lifecycle.ts sees them in one agency, for one unit's item. */
export function partyOf(actor: Actor, agencyId: string, unitId: string | null): Party {
  const permissions = PARTY_PERMISSIONS.filter((permission) => can(actor, permission, agencyId, unitId));
  return {
    personId: actor.personId,
    permissions: new Set(permissions),
    roles: actor.assignments
      .filter((one) => one.agencyId === agencyId)
      .map((one) => ({
        role: one.role,
        unitId: one.unitId,
        delegatedFrom: one.delegatedFrom?.personId ?? null,
      })),
  };
}
