import type { Services } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { AgenciesError } from './errors.ts';
import { demandManagesPerson } from './manages-person.ts';
import { generatePassword, hashPassword } from './passwords.ts';
import { homeAgency, loginHash, personRow } from './people-store.ts';
import { endSessionsOf } from './sessions.ts';

/**
 * Gives a person a new generated password, shown this once; ends all sessions and any lockout.
 * @param options `disableTotp`: for someone who lost telephone and recovery codes
 * @throws AgenciesError 'FORBIDDEN', 'PERSON_NOT_FOUND', 'PERSON_INACTIVE'
 */
export async function resetPassword(
  services: Services,
  actor: Actor,
  personId: string,
  options: { disableTotp: boolean } = { disableTotp: false },
): Promise<{ personId: string; password: string }> {
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  await services.database.write(async (tx) => {
    const person = await personRow(tx, personId);
    await demandManagesPerson(tx, actor, personId);
    if (person.active !== 1) throw new AgenciesError('PERSON_INACTIVE');
    const at = services.clock.now();
    await tx
      .updateTable('person')
      .set({
        password_hash: passwordHash,
        must_change_password: 1,
        ...(options.disableTotp ? { totp_secret: null, totp_enabled: 0, totp_last_step: null } : {}),
      })
      .where('id', '=', personId)
      .execute();
    if (options.disableTotp) await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
    await tx.deleteFrom('sign_in_failure').where('login_hash', '=', loginHash(person.login)).execute();
    await endSessionsOf(tx, personId, at);
    await recordAudit(tx, actor, {
      at,
      action: 'password.reset',
      agencyId: await homeAgency(tx, personId),
      subjectKind: 'person',
      subjectId: personId,
      detail: { totpDisabled: options.disableTotp },
    });
  });
  return { personId, password };
}
