import { newId, type Services } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { AgenciesError } from './errors.ts';
import { homeAgency, personRow } from './people-store.ts';
import { totpContext } from './second-step.ts';
import { secretBox } from './secrets.ts';
import { acceptedStep, newRecoveryCodes, recoveryCodeHash } from './totp.ts';

/**
 * Turns the second step on with a first code from the app.
 * @returns recovery codes, shown this once, each good for one sign-in
 * @throws AgenciesError 'TOTP_NOT_ENROLLED', 'TOTP_ALREADY_ENABLED', 'TOTP_CODE_WRONG'
 */
export async function confirmTotp(services: Services, actor: Actor, code: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await services.database.write(async (tx) => {
    const person = await personRow(tx, actor.personId);
    if (person.totp_enabled === 1) throw new AgenciesError('TOTP_ALREADY_ENABLED');
    if (person.totp_secret === null) throw new AgenciesError('TOTP_NOT_ENROLLED');
    const at = services.clock.now();
    const secret = secretBox(services.config.dataDirectory).open(person.totp_secret, totpContext(person.id));
    const step = acceptedStep(secret, code, at, null);
    if (step === null) throw new AgenciesError('TOTP_CODE_WRONG');
    await tx
      .updateTable('person')
      .set({ totp_enabled: 1, totp_last_step: step })
      .where('id', '=', person.id)
      .execute();
    await tx.deleteFrom('recovery_code').where('person_id', '=', person.id).execute();
    await tx
      .insertInto('recovery_code')
      .values(
        codes.map((one) => ({
          id: newId(),
          person_id: person.id,
          hash: recoveryCodeHash(one),
          used_at: null,
        })),
      )
      .execute();
    await recordAudit(tx, actor, {
      at,
      action: 'totp.enabled',
      agencyId: await homeAgency(tx, person.id),
      subjectKind: 'person',
      subjectId: person.id,
    });
  });
  return codes;
}
