import { newId, type Tx } from '../platform/index.ts';
import { unitOfAgency } from './agency-store.ts';
import { AgenciesError } from './errors.ts';

/** A post about to begin. */
export interface NewPost {
  readonly agencyId: string;
  readonly unitId?: string | null | undefined;
  readonly title: string;
  /** First day, YYYY-MM-DD. */
  readonly fromOn: string;
}

/**
 * @param today YYYY-MM-DD: a post begins today at the latest, so that "no end" always means "present"
 * @throws AgenciesError 'UNIT_NOT_FOUND' for a unit of another agency, 'POST_IN_FUTURE'
 */
export async function insertPost(tx: Tx, today: string, personId: string, post: NewPost): Promise<string> {
  if (post.fromOn > today) throw new AgenciesError('POST_IN_FUTURE');
  if (post.unitId) await unitOfAgency(tx, post.agencyId, post.unitId);
  const id = newId();
  await tx
    .insertInto('post')
    .values({
      id,
      person_id: personId,
      agency_id: post.agencyId,
      unit_id: post.unitId ?? null,
      title: post.title,
      from_on: post.fromOn,
      to_on: null,
    })
    .execute();
  return id;
}

export function presentPosts(tx: Tx, personId: string) {
  return tx
    .selectFrom('post')
    .selectAll()
    .where('person_id', '=', personId)
    .where('to_on', 'is', null)
    .execute();
}
