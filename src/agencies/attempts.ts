import type { Services, Tx } from '../platform/index.ts';
import { AgenciesError } from './errors.ts';
import { loginHash } from './people-store.ts';

/** Failures after which a login is locked. */
export const FAILURES_BEFORE_LOCK = 5;
/** First lock; each further failure doubles it. */
export const FIRST_LOCK_MINUTES = 15;
const LONGEST_LOCK_MINUTES = 24 * 60;
/** Failures are forgotten after a day without any. */
const FORGET_AFTER_MS = 24 * 3_600_000;

/** Minutes a login stays locked after its n-th failure in a row; 0 below the limit. */
export function lockMinutes(failures: number): number {
  if (failures < FAILURES_BEFORE_LOCK) return 0;
  return Math.min(FIRST_LOCK_MINUTES * 2 ** (failures - FAILURES_BEFORE_LOCK), LONGEST_LOCK_MINUTES);
}

/**
 * Counts an attempt as failed before it is judged, so that many at once cannot outrun the count; a good one
 * is taken back by `clearAttempts`. Known and unknown logins are treated alike.
 * @returns failures in a row, this one included
 * @throws AgenciesError 'LOCKED_OUT' with `minutes` left
 */
export async function countAttempt(services: Services, login: string): Promise<number> {
  return services.database.write(async (tx) => {
    const now = services.clock.now();
    await forgetOld(tx, now);
    const hash = loginHash(login);
    const row = await tx
      .selectFrom('sign_in_failure')
      .selectAll()
      .where('login_hash', '=', hash)
      .executeTakeFirst();
    if (row?.locked_until && row.locked_until > now)
      throw new AgenciesError('LOCKED_OUT', {
        minutes: Math.ceil((Date.parse(row.locked_until) - Date.parse(now)) / 60_000),
      });
    const attempts = (row?.attempts ?? 0) + 1;
    const minutes = lockMinutes(attempts);
    const values = {
      attempts,
      last_at: now,
      locked_until: minutes > 0 ? new Date(Date.parse(now) + minutes * 60_000).toISOString() : null,
    };
    await tx
      .insertInto('sign_in_failure')
      .values({ login_hash: hash, ...values })
      .onConflict((conflict) => conflict.column('login_hash').doUpdateSet(values))
      .execute();
    return attempts;
  });
}

/** After success. */
export async function clearAttempts(tx: Tx, login: string): Promise<void> {
  await tx.deleteFrom('sign_in_failure').where('login_hash', '=', loginHash(login)).execute();
}

/** Takes back the last count: the attempt was neither good nor bad (the second step is still to come). */
export async function uncountAttempt(tx: Tx, login: string): Promise<void> {
  const hash = loginHash(login);
  await tx
    .updateTable('sign_in_failure')
    .set((eb) => ({ attempts: eb('attempts', '-', 1), locked_until: null }))
    .where('login_hash', '=', hash)
    .execute();
  await tx.deleteFrom('sign_in_failure').where('login_hash', '=', hash).where('attempts', '<=', 0).execute();
}

async function forgetOld(tx: Tx, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - FORGET_AFTER_MS).toISOString();
  await tx
    .deleteFrom('sign_in_failure')
    .where('last_at', '<', before)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<', before)]))
    .execute();
}
