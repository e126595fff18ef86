import type { Services } from '../platform/index.ts';
import { addRole } from './assign-role.ts';
import { checked } from './checked.ts';
import { createAgencyBody, createPersonBody } from './contract.ts';
import { addAgency } from './create-agency.ts';
import { addPerson } from './create-person.ts';
import { AgenciesError } from './errors.ts';
import { systemActor } from './load-actor.ts';
import { generatePassword, hashPassword } from './passwords.ts';

export interface Initialisation {
  agency: { code: string; name: string };
  administrator: { login: string; name: string };
}

/**
 * Makes an empty installation usable: its agency and its first administrator, all or nothing.
 * @returns the administrator's generated password, shown this once
 * @throws AgenciesError 'ALREADY_INITIALISED' when there is an agency, 'INVALID_INPUT'
 */
export async function initialise(services: Services, input: Initialisation): Promise<{ password: string }> {
  const agency = checked(createAgencyBody, { ...input.agency, parentId: null, kind: 'bureau' });
  const administrator = checked(createPersonBody.omit({ post: true }), input.administrator);
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  await services.database.write(async (tx) => {
    const exists = await tx.selectFrom('agency').select('id').limit(1).executeTakeFirst();
    if (exists) throw new AgenciesError('ALREADY_INITIALISED');
    const actor = await systemActor(tx, '系统', 'command');
    const agencyId = await addAgency(tx, services, actor, agency);
    const person = { ...administrator, post: { agencyId, title: '系统管理员' } };
    const personId = await addPerson(tx, services, actor, person, { passwordHash, mustChange: true });
    await addRole(tx, services, actor, personId, { agencyId, role: 'administrator' });
  });
  return { password };
}
