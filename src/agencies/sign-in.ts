import type { Services, Tx } from '../platform/index.ts';
import { clearAttempts, countAttempt, lockMinutes, uncountAttempt } from './attempts.ts';
import { recordAudit } from './audit.ts';
import { AgenciesError, type AgenciesErrorCode } from './errors.ts';
import { decoyHash, verifyPassword } from './passwords.ts';
import { homeAgency, personRow } from './people-store.ts';
import { SYSTEM_PERSON_ID } from './schema.ts';
import { takeSecondStep } from './second-step.ts';
import { openSession, type SessionOrigin } from './sessions.ts';

export interface SignInInput {
  readonly login: string;
  readonly password: string;
  /** Authenticator or recovery code; asked for by SECOND_STEP_REQUIRED. */
  readonly code?: string | undefined;
}

type PersonRow = Awaited<ReturnType<typeof personRow>>;

/**
 * Opens a session. An unknown login, a wrong password and a closed account look alike and cost alike.
 * @returns the token for the cookie
 * @throws AgenciesError 'SIGN_IN_FAILED', 'SECOND_STEP_REQUIRED' (password right, code missing),
 *   'SECOND_STEP_FAILED', 'LOCKED_OUT'
 */
export async function signIn(
  services: Services,
  input: SignInInput,
  origin: SessionOrigin,
): Promise<{ token: string; sessionId: string; personId: string; expiresAt: string }> {
  const login = input.login.trim().toLowerCase();
  const failures = await countAttempt(services, login);
  const known = await services.database.read
    .selectFrom('person')
    .selectAll()
    .where('login', '=', login)
    .where('id', '<>', SYSTEM_PERSON_ID)
    .executeTakeFirst();
  const right = await verifyPassword(known?.password_hash || (await decoyHash()), input.password);
  if (!known || !right || known.active !== 1)
    return refuse(services, 'SIGN_IN_FAILED', known ?? null, origin, failures);
  if (known.totp_enabled === 1 && !input.code) {
    await services.database.write((tx) => uncountAttempt(tx, login));
    throw new AgenciesError('SECOND_STEP_REQUIRED');
  }
  const session = await services.database.write((tx) => open(tx, services, known, input, origin));
  return session ?? refuse(services, 'SECOND_STEP_FAILED', known, origin, failures);
}

/** @returns null when the second step fails */
async function open(
  tx: Tx,
  services: Services,
  verified: PersonRow,
  input: SignInInput,
  origin: SessionOrigin,
) {
  const person = await personRow(tx, verified.id);
  // Closed, or the password changed, while it was being verified.
  if (person.active !== 1 || person.password_hash !== verified.password_hash)
    throw new AgenciesError('SIGN_IN_FAILED');
  let secondStep: 'totp' | 'recovery-code' | null = null;
  if (person.totp_enabled === 1) {
    secondStep = await takeSecondStep(tx, services, person, input.code ?? '');
    if (!secondStep) return null;
  }
  await clearAttempts(tx, person.login);
  const session = await openSession(tx, services, person.id, origin);
  await recordAudit(
    tx,
    { personId: person.id, name: person.name, address: origin.address },
    {
      at: services.clock.now(),
      action: 'session.started',
      agencyId: await homeAgency(tx, person.id),
      subjectKind: 'person',
      subjectId: person.id,
      detail: { secondStep, userAgent: origin.userAgent },
    },
  );
  return { ...session, personId: person.id };
}

async function refuse(
  services: Services,
  code: AgenciesErrorCode,
  person: PersonRow | null,
  origin: SessionOrigin,
  failures: number,
): Promise<never> {
  await services.database.write(async (tx) =>
    recordAudit(
      tx,
      { personId: person?.id ?? null, name: person?.name ?? '', address: origin.address },
      {
        at: services.clock.now(),
        action: 'session.refused',
        agencyId: person ? await homeAgency(tx, person.id) : null,
        ...(person ? { subjectKind: 'person', subjectId: person.id } : {}),
        detail: { code, failures, lockedMinutes: lockMinutes(failures) },
      },
    ),
  );
  throw new AgenciesError(code);
}
