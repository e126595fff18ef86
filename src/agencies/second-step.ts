import type { Services, Tx } from '../platform/index.ts';
import { secretBox } from './secrets.ts';
import { acceptedStep, recoveryCodeHash } from './totp.ts';

export interface SecondStepOwner {
  readonly id: string;
  readonly totp_secret: string | null;
  readonly totp_last_step: number | null;
}

/** Context under which a person's TOTP secret is sealed. */
export function totpContext(personId: string): string {
  return `totp:${personId}`;
}

/**
 * Takes an authenticator code or a recovery code and uses it up.
 * @returns which it was, or null when it is neither or was used before
 */
export async function takeSecondStep(
  tx: Tx,
  services: Services,
  owner: SecondStepOwner,
  code: string,
): Promise<'totp' | 'recovery-code' | null> {
  const secret = secretBox(services.config.dataDirectory).open(
    owner.totp_secret ?? '',
    totpContext(owner.id),
  );
  const step = acceptedStep(secret, code, services.clock.now(), owner.totp_last_step);
  if (step !== null) {
    await tx.updateTable('person').set({ totp_last_step: step }).where('id', '=', owner.id).execute();
    return 'totp';
  }
  const { numUpdatedRows } = await tx
    .updateTable('recovery_code')
    .set({ used_at: services.clock.now() })
    .where('person_id', '=', owner.id)
    .where('hash', '=', recoveryCodeHash(code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? 'recovery-code' : null;
}
