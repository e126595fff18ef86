import qrcode from 'qrcode';
import type { Services } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import type { TotpEnrolment } from './contract.ts';
import { AgenciesError } from './errors.ts';
import { demandOwnPassword } from './own-password.ts';
import { totpContext } from './second-step.ts';
import { secretBox } from './secrets.ts';
import { newTotpSecret, totpUri } from './totp.ts';

/**
 * Prepares a second step: a secret for the authenticator app, in force only once `confirmTotp` has seen a code.
 * @throws AgenciesError 'PASSWORD_WRONG', 'LOCKED_OUT', 'TOTP_ALREADY_ENABLED'
 */
export async function enrolTotp(services: Services, actor: Actor, password: string): Promise<TotpEnrolment> {
  const person = await demandOwnPassword(services, actor, password);
  if (person.totp_enabled === 1) throw new AgenciesError('TOTP_ALREADY_ENABLED');
  const secret = newTotpSecret();
  const sealed = secretBox(services.config.dataDirectory).seal(secret, totpContext(person.id));
  await services.database.write((tx) =>
    tx
      .updateTable('person')
      .set({ totp_secret: sealed, totp_last_step: null })
      .where('id', '=', person.id)
      .where('totp_enabled', '=', 0)
      .execute(),
  );
  const uri = totpUri(secret, person.login);
  return { secret, uri, qrSvg: await qrcode.toString(uri, { type: 'svg', margin: 1 }) };
}
