import type { Services } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { AgenciesError } from './errors.ts';
import { demandOwnPassword } from './own-password.ts';
import { homeAgency } from './people-store.ts';

/**
 * Turns the actor's second step off and drops its secret and recovery codes.
 * @throws AgenciesError 'PASSWORD_WRONG', 'LOCKED_OUT', 'TOTP_NOT_ENABLED'
 */
export async function disableTotp(services: Services, actor: Actor, password: string): Promise<void> {
  const person = await demandOwnPassword(services, actor, password);
  if (person.totp_enabled !== 1) throw new AgenciesError('TOTP_NOT_ENABLED');
  await services.database.write(async (tx) => {
    await tx
      .updateTable('person')
      .set({ totp_secret: null, totp_enabled: 0, totp_last_step: null })
      .where('id', '=', person.id)
      .execute();
    await tx.deleteFrom('recovery_code').where('person_id', '=', person.id).execute();
    await recordAudit(tx, actor, {
      at: services.clock.now(),
      action: 'totp.disabled',
      agencyId: await homeAgency(tx, person.id),
      subjectKind: 'person',
      subjectId: person.id,
    });
  });
}
