import type { Services } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import type { ChangePasswordBody } from './contract.ts';
import { AgenciesError } from './errors.ts';
import { demandOwnPassword } from './own-password.ts';
import { demandGoodPassword, hashPassword } from './passwords.ts';
import { homeAgency } from './people-store.ts';
import { endSessionsOf } from './sessions.ts';

/**
 * Changes the actor's own password and ends the actor's other sessions.
 * @throws AgenciesError 'PASSWORD_WRONG', 'LOCKED_OUT', 'PASSWORD_UNCHANGED' and the other PASSWORD_… codes
 */
export async function changePassword(
  services: Services,
  actor: Actor,
  body: ChangePasswordBody,
): Promise<void> {
  demandGoodPassword(body.newPassword, actor.login);
  if (body.newPassword === body.currentPassword) throw new AgenciesError('PASSWORD_UNCHANGED');
  const person = await demandOwnPassword(services, actor, body.currentPassword);
  const passwordHash = await hashPassword(body.newPassword);
  await services.database.write(async (tx) => {
    const at = services.clock.now();
    const { numUpdatedRows } = await tx
      .updateTable('person')
      .set({ password_hash: passwordHash, must_change_password: 0 })
      .where('id', '=', person.id)
      // Reset by an administrator meanwhile: then that password holds, not this one.
      .where('password_hash', '=', person.password_hash)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new AgenciesError('PASSWORD_WRONG');
    const endedSessions = await endSessionsOf(tx, person.id, at, actor.sessionId);
    await recordAudit(tx, actor, {
      at,
      action: 'password.changed',
      agencyId: await homeAgency(tx, person.id),
      subjectKind: 'person',
      subjectId: person.id,
      detail: { endedSessions },
    });
  });
}
