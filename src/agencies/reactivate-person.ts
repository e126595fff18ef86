import type { Services } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { demandManagesPerson } from './manages-person.ts';
import { generatePassword, hashPassword } from './passwords.ts';
import { homeAgency, personRow } from './people-store.ts';

/**
 * Opens a closed account again, with a new generated password; post and roles are given anew.
 * @throws AgenciesError 'FORBIDDEN', 'PERSON_NOT_FOUND'
 */
export async function reactivatePerson(
  services: Services,
  actor: Actor,
  personId: string,
): Promise<{ personId: string; password: string }> {
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  await services.database.write(async (tx) => {
    await personRow(tx, personId);
    await demandManagesPerson(tx, actor, personId);
    await tx
      .updateTable('person')
      .set({ active: 1, password_hash: passwordHash, must_change_password: 1 })
      .where('id', '=', personId)
      .execute();
    await recordAudit(tx, actor, {
      at: services.clock.now(),
      action: 'person.reactivated',
      agencyId: await homeAgency(tx, personId),
      subjectKind: 'person',
      subjectId: personId,
    });
  });
  return { personId, password };
}
