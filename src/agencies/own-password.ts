import type { Services } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { clearAttempts, countAttempt } from './attempts.ts';
import { recordAudit } from './audit.ts';
import { AgenciesError } from './errors.ts';
import { verifyPassword } from './passwords.ts';
import { homeAgency, personRow } from './people-store.ts';

/**
 * Asks the signed-in person for the password again. Failures count like those at sign-in: a stolen session
 * is no way to guess it.
 * @returns the person's row
 * @throws AgenciesError 'PASSWORD_WRONG', 'LOCKED_OUT', 'FORBIDDEN' (not a person's session)
 */
export async function demandOwnPassword(services: Services, actor: Actor, password: string) {
  if (actor.via !== 'session') throw new AgenciesError('FORBIDDEN');
  const person = await personRow(services.database.read, actor.personId);
  await countAttempt(services, person.login);
  if (!(await verifyPassword(person.password_hash, password))) {
    await services.database.write(async (tx) =>
      recordAudit(tx, actor, {
        at: services.clock.now(),
        action: 'password.refused',
        agencyId: await homeAgency(tx, person.id),
        subjectKind: 'person',
        subjectId: person.id,
      }),
    );
    throw new AgenciesError('PASSWORD_WRONG');
  }
  await services.database.write((tx) => clearAttempts(tx, person.login));
  return person;
}
