import type { Services, Tx } from '../platform/index.ts';
import { type Actor, demand } from './actor.ts';
import { agencyById } from './agency-store.ts';
import { recordAudit } from './audit.ts';
import { checked } from './checked.ts';
import { type ChangePostBody, changePostBody } from './contract.ts';
import { AgenciesError } from './errors.ts';
import { personRow } from './people-store.ts';
import { insertPost, presentPosts } from './post-store.ts';
import { endAssignments, presentRoles } from './role-store.ts';
import type { Role } from './roles.ts';

export interface PostChange {
  postId: string | null;
  endedPostIds: string[];
  endedRoles: Role[];
}

/**
 * A person takes up another post, an additional one (`ends: []`), or leaves (`begins: null`); the history
 * stays. Roles go with the posts: those of an agency the person has left entirely, and those limited to a
 * unit the person has left, end at once.
 * @throws AgenciesError 'FORBIDDEN', 'PERSON_NOT_FOUND', 'PERSON_INACTIVE', 'POST_NOT_FOUND', 'POST_ENDED',
 *   'POST_IN_FUTURE', 'POST_DATE_ORDER' (the day is not after the first day of a post that ends),
 *   'AGENCY_NOT_FOUND', 'UNIT_NOT_FOUND', 'LAST_ADMINISTRATOR', 'INVALID_INPUT'
 */
export async function changePost(
  services: Services,
  actor: Actor,
  personId: string,
  input: ChangePostBody,
): Promise<PostChange> {
  const body = checked(changePostBody, input);
  return services.database.write(async (tx) => {
    const person = await personRow(tx, personId);
    if (person.active !== 1) throw new AgenciesError('PERSON_INACTIVE');
    const today = services.clock.today();
    if (body.on > today) throw new AgenciesError('POST_IN_FUTURE');
    const endedPostIds = await endPosts(tx, actor, personId, body);
    let postId: string | null = null;
    if (body.begins) {
      demand(actor, 'people.manage', body.begins.agencyId);
      await agencyById(tx, body.begins.agencyId);
      postId = await insertPost(tx, today, personId, { ...body.begins, fromOn: body.on });
    }
    const endedRoles = await endOrphanedRoles(tx, personId, endedPostIds, services.clock.now());
    await audit(tx, services, actor, personId, body, { postId, endedPostIds, endedRoles });
    return { postId, endedPostIds, endedRoles };
  });
}

async function endPosts(tx: Tx, actor: Actor, personId: string, body: ChangePostBody): Promise<string[]> {
  const present = await presentPosts(tx, personId);
  const ends = body.ends ?? present.map((post) => post.id);
  const lastDay = Temporal.PlainDate.from(body.on).subtract({ days: 1 }).toString();
  for (const id of ends) {
    const post = present.find((one) => one.id === id) ?? (await missingPost(tx, personId, id));
    demand(actor, 'people.manage', post.agency_id);
    if (lastDay < post.from_on) throw new AgenciesError('POST_DATE_ORDER', { fromOn: post.from_on });
    await tx.updateTable('post').set({ to_on: lastDay }).where('id', '=', id).execute();
  }
  return ends;
}

async function missingPost(tx: Tx, personId: string, id: string): Promise<never> {
  const past = await tx
    .selectFrom('post')
    .select('id')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  throw new AgenciesError(past ? 'POST_ENDED' : 'POST_NOT_FOUND');
}

async function endOrphanedRoles(
  tx: Tx,
  personId: string,
  endedPostIds: string[],
  at: string,
): Promise<Role[]> {
  if (endedPostIds.length === 0) return [];
  const ended = await tx.selectFrom('post').selectAll().where('id', 'in', endedPostIds).execute();
  const present = await presentPosts(tx, personId);
  const leftAgency = (agencyId: string) =>
    ended.some((post) => post.agency_id === agencyId) && !present.some((post) => post.agency_id === agencyId);
  const leftUnit = (unitId: string | null) =>
    unitId !== null &&
    ended.some((post) => post.unit_id === unitId) &&
    !present.some((post) => post.unit_id === unitId);
  const roles = await presentRoles(tx, personId);
  const orphaned = roles.filter((role) => leftAgency(role.agency_id) || leftUnit(role.unit_id));
  return endAssignments(tx, orphaned, at);
}

async function audit(
  tx: Tx,
  services: Services,
  actor: Actor,
  personId: string,
  body: ChangePostBody,
  change: PostChange,
): Promise<void> {
  const last = await tx
    .selectFrom('post')
    .select('agency_id')
    .where('person_id', '=', personId)
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  await recordAudit(tx, actor, {
    at: services.clock.now(),
    action: 'post.changed',
    agencyId: body.begins?.agencyId ?? last?.agency_id ?? null,
    subjectKind: 'person',
    subjectId: personId,
    detail: { on: body.on, begins: body.begins, ...change },
  });
}
