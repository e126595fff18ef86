import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hasText } from '../platform/index.ts';
import {
  type Actor,
  type Assignment,
  agenciesWhere,
  can,
  canSomewhere,
  EVERYWHERE,
  rolesIn,
} from './actor.ts';
import { PERMISSION_NAMES, PERMISSIONS, type Permission } from './permissions.ts';
import { ROLES, type Role } from './roles.ts';

const NONE: ReadonlySet<string> = new Set();

function actorWith(...assignments: Partial<Assignment>[]): Actor {
  return {
    personId: 'p1',
    name: '测试',
    login: 'test',
    sessionId: null,
    address: null,
    via: 'session',
    assignments: assignments.map((one) => ({
      agencyId: 'bureau',
      role: 'clerk',
      unitId: null,
      delegatedFrom: null,
      below: NONE,
      ...one,
    })),
  };
}

/** c clerk · u unit head · s secrecy reviewer · l leader · o disclosure officer · i inspector · a administrator · d auditor */
const LETTERS: Record<Role, string> = {
  clerk: 'c',
  'unit-head': 'u',
  'secrecy-reviewer': 's',
  'approving-leader': 'l',
  'disclosure-officer': 'o',
  inspector: 'i',
  administrator: 'a',
  auditor: 'd',
};

const TABLE: [Permission, inOwnAgency: string, inAgenciesBelow: string][] = [
  ['agency.manage', 'a', 'a'],
  ['people.read', 'oiad', 'iad'],
  ['people.manage', 'a', 'a'],
  ['delegation.manage', 'oa', 'a'],
  ['audit.read', 'ad', 'ad'],
  ['audit.export', 'ad', 'ad'],
  ['settings.manage', 'a', 'a'],
  ['catalogue.manage', 'oa', 'a'],
  ['item.read', 'cusloiad', 'iad'],
  ['item.write', 'cuo', ''],
  ['item.review', 'uslo', ''],
  ['item.publish', 'lo', ''],
  ['item.withdraw', 'lo', ''],
  ['item.import', 'coa', ''],
  ['import.publish', 'a', ''],
  ['finding.override', 's', ''],
  ['report.read', 'uloiad', 'iad'],
  ['report.edit', 'o', ''],
  ['statistics.read', 'cusloiad', 'iad'],
];

describe('permissions', () => {
  test('the table names every permission', () => {
    assert.deepEqual(TABLE.map(([permission]) => permission).sort(), [...PERMISSION_NAMES].sort());
  });

  for (const [permission, own, below] of TABLE) {
    test(`${permission}: ${own || 'nobody'} in the own agency, ${below || 'nobody'} below, nobody elsewhere`, () => {
      const holders = (agencyId: string) =>
        ROLES.filter((role) => can(actorWith({ role, below: new Set(['station']) }), permission, agencyId))
          .map((role) => LETTERS[role])
          .join('');
      assert.equal(holders('bureau'), own);
      assert.equal(holders('station'), below);
      assert.equal(holders('another'), '');
    });
  }

  test('a role limited to a unit counts for that unit only', () => {
    const head = actorWith({ role: 'unit-head', unitId: 'office' });
    assert.equal(can(head, 'item.review', 'bureau', 'office'), true);
    assert.equal(can(head, 'item.review', 'bureau', 'legal'), false);
    assert.equal(can(head, 'item.review', 'bureau', null), false);
    assert.equal(can(head, 'item.review', 'bureau'), true);
  });

  test('the system may do everything everywhere', () => {
    const system = actorWith(
      ...ROLES.map((role) => ({ role, agencyId: EVERYWHERE, below: new Set(['a', 'b']) })),
    );
    for (const permission of PERMISSION_NAMES) {
      assert.equal(can(system, permission, 'made later'), true);
      assert.deepEqual(agenciesWhere(system, permission).sort(), ['a', 'b']);
    }
    assert.deepEqual(rolesIn(system, 'a'), [...ROLES]);
  });

  test('agenciesWhere and canSomewhere agree with can', () => {
    const agencies = ['a', 'b', 'c', 'd'];
    const assignment = fc.record({
      agencyId: fc.constantFrom(...agencies),
      role: fc.constantFrom(...ROLES),
      below: fc.subarray(agencies).map((ids) => new Set(ids)),
    });
    fc.assert(
      fc.property(
        fc.array(assignment, { maxLength: 4 }),
        fc.constantFrom(...PERMISSION_NAMES),
        (held, permission) => {
          const actor = actorWith(...held);
          const allowed = agencies.filter((id) => can(actor, permission, id));
          assert.deepEqual(agenciesWhere(actor, permission).sort(), allowed);
          assert.equal(canSomewhere(actor, permission), allowed.length > 0);
        },
      ),
    );
  });

  test('whoever holds a permission below holds it in the own agency too', () => {
    for (const grant of Object.values(PERMISSIONS))
      for (const role of grant.below) assert.ok((grant.roles as readonly Role[]).includes(role));
  });

  test('every role has its text', () => {
    for (const role of ROLES) assert.ok(hasText(`role.${role}`), role);
  });
});
