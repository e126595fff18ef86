import { Secret, TOTP } from 'otpauth';
import { newId, sha256 } from '../platform/index.ts';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, thirty seconds. */
const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** Steps a telephone's clock may be off, either way. */
const WINDOW = 1;
const ISSUER = 'Zhaogao 昭告';
const RECOVERY_CODES = 10;

/** A fresh secret, base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
  });
}

/** The otpauth:// address an authenticator app reads. */
export function totpUri(secret: string, login: string): string {
  return totpOf(secret, login).toString();
}

/**
 * The time step a code belongs to; null when it is wrong or already used.
 * @param now UTC ISO 8601
 * @param lastStep last step accepted before: it and all before it are refused (RFC 6238 §5.2)
 */
export function acceptedStep(
  secret: string,
  code: string,
  now: string,
  lastStep: number | null,
): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = Date.parse(now);
  const delta = totpOf(secret, '').validate({ token, timestamp, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/** Codes to print: 80 random bits each, in four groups. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => newId().match(/.{4}/g)!.join('-'));
}

/** What is stored of a recovery code; case, spaces and dashes do not matter when it is typed. */
export function recoveryCodeHash(code: string): string {
  return sha256(code.toLowerCase().replace(/[\s-]/g, ''));
}
