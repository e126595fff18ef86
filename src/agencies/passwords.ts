import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { newId } from '../platform/index.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { AgenciesError, type AgenciesErrorCode } from './errors.ts';

/** Shortest accepted password, in characters. */
export const PASSWORD_MIN_LENGTH = 10;
/** Longest: bounds the work one attempt can cause. */
export const PASSWORD_MAX_LENGTH = 200;

/** OWASP's Argon2id minimum: 19 MiB, two passes, one lane. Kept in each hash, so raising it spares old ones. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

const derive = promisify(argon2);

/** Hashes a password with argon2id into a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await derive('argon2id', {
    message: normalised(password),
    nonce: salt,
    tagLength: TAG_BYTES,
    ...COST,
  });
  const cost = `m=${COST.memory},t=${COST.passes},p=${COST.parallelism}`;
  return `$argon2id$v=19$${cost}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Whether a password belongs to a PHC string of `hashPassword`; false for anything unreadable. */
export async function verifyPassword(phc: string, password: string): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc);
  if (!found) return false;
  const expected = Buffer.from(found[5]!, 'base64');
  const tag = await derive('argon2id', {
    message: normalised(password),
    nonce: Buffer.from(found[4]!, 'base64'),
    tagLength: expected.length,
    memory: Number(found[1]),
    passes: Number(found[2]),
    parallelism: Number(found[3]),
  });
  return timingSafeEqual(tag, expected);
}

let decoy: Promise<string> | undefined;

/** Hash of a password nobody knows: an unknown login costs the same work as a known one. */
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword(generatePassword());
  return decoy;
}

/** A password to be printed once: 80 random bits in four groups, without look-alike letters. */
export function generatePassword(): string {
  return newId().match(/.{4}/g)!.join('-');
}

/**
 * What is wrong with a new password, all of it; empty when nothing is.
 * @param login compared without regard to case
 */
export function passwordProblems(password: string, login: string): AgenciesErrorCode[] {
  const problems: AgenciesErrorCode[] = [];
  const lower = password.toLowerCase();
  if ([...password].length < PASSWORD_MIN_LENGTH) problems.push('PASSWORD_TOO_SHORT');
  if ([...password].length > PASSWORD_MAX_LENGTH) problems.push('PASSWORD_TOO_LONG');
  if (lower.trim() === login.toLowerCase()) problems.push('PASSWORD_IS_LOGIN');
  if (isCommon(lower)) problems.push('PASSWORD_COMMON');
  return problems;
}

/** A list entry, one repeated (`admin123admin123`), or fewer than four different characters. */
function isCommon(lower: string): boolean {
  const half = lower.slice(0, lower.length / 2);
  const repeated = lower.length % 2 === 0 && half.repeat(2) === lower;
  return COMMON_PASSWORDS.has(lower) || (repeated && COMMON_PASSWORDS.has(half)) || new Set(lower).size < 4;
}

/** @throws AgenciesError with the first problem; `details.problems` names all */
export function demandGoodPassword(password: string, login: string): void {
  const problems = passwordProblems(password, login);
  if (problems.length > 0)
    throw new AgenciesError(problems[0]!, {
      problems,
      minLength: PASSWORD_MIN_LENGTH,
      maxLength: PASSWORD_MAX_LENGTH,
    });
}

/** One form for one text, whatever keyboard composed it. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
