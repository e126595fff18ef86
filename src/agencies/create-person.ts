import { newId, type Services, type Tx } from '../platform/index.ts';
import { type Actor, demand } from './actor.ts';
import { agencyById } from './agency-store.ts';
import { recordAudit } from './audit.ts';
import { checked } from './checked.ts';
import { type CreatePersonBody, createPersonBody } from './contract.ts';
import { AgenciesError } from './errors.ts';
import { generatePassword, hashPassword } from './passwords.ts';
import { insertPost } from './post-store.ts';
import { SYSTEM_PERSON_ID } from './schema.ts';

/**
 * Adds a person with a first post and a generated password, which is shown this once and must be changed at
 * the first sign-in.
 * @param options `mustChangePassword: false` is for the demonstration's sign-ins: only the system may say it
 * @throws AgenciesError 'FORBIDDEN', 'LOGIN_TAKEN', 'AGENCY_NOT_FOUND', 'UNIT_NOT_FOUND', 'POST_IN_FUTURE',
 *   'INVALID_INPUT'
 */
export async function createPerson(
  services: Services,
  actor: Actor,
  input: CreatePersonBody,
  options: { mustChangePassword?: boolean } = {},
): Promise<{ personId: string; password: string }> {
  const body = checked(createPersonBody, input);
  demand(actor, 'people.manage', body.post.agencyId);
  const mustChange = options.mustChangePassword ?? true;
  if (!mustChange && actor.personId !== SYSTEM_PERSON_ID) throw new AgenciesError('FORBIDDEN');
  const password = generatePassword();
  const passwordHash = await hashPassword(password);
  const personId = await services.database.write((tx) =>
    addPerson(tx, services, actor, body, { passwordHash, mustChange }),
  );
  return { personId, password };
}

/** The same within a transaction that does more. */
export async function addPerson(
  tx: Tx,
  services: Services,
  actor: Actor,
  body: CreatePersonBody,
  secret: { passwordHash: string; mustChange: boolean },
): Promise<string> {
  await agencyById(tx, body.post.agencyId);
  const taken = await tx.selectFrom('person').select('id').where('login', '=', body.login).executeTakeFirst();
  if (taken) throw new AgenciesError('LOGIN_TAKEN', { login: body.login });
  const id = newId();
  const at = services.clock.now();
  await tx
    .insertInto('person')
    .values({
      id,
      login: body.login,
      name: body.name,
      email: body.email ?? null,
      password_hash: secret.passwordHash,
      must_change_password: secret.mustChange ? 1 : 0,
      totp_secret: null,
      totp_enabled: 0,
      totp_last_step: null,
      active: 1,
      created_at: at,
    })
    .execute();
  const today = services.clock.today();
  await insertPost(tx, today, id, { ...body.post, fromOn: body.post.fromOn ?? today });
  await recordAudit(tx, actor, {
    at,
    action: 'person.created',
    agencyId: body.post.agencyId,
    subjectKind: 'person',
    subjectId: id,
    detail: { login: body.login, name: body.name, post: body.post },
  });
  return id;
}
