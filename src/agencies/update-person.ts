import type { Services } from '../platform/index.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { checked } from './checked.ts';
import { type UpdatePersonBody, updatePersonBody } from './contract.ts';
import { demandManagesPerson } from './manages-person.ts';
import { homeAgency, personRow } from './people-store.ts';

/**
 * Corrects a person's name or address; the login stays, it names the person in the records.
 * @throws AgenciesError 'FORBIDDEN', 'PERSON_NOT_FOUND', 'INVALID_INPUT'
 */
export async function updatePerson(
  services: Services,
  actor: Actor,
  personId: string,
  input: UpdatePersonBody,
): Promise<void> {
  const body = checked(updatePersonBody, input);
  await services.database.write(async (tx) => {
    const person = await personRow(tx, personId);
    await demandManagesPerson(tx, actor, personId);
    await tx
      .updateTable('person')
      .set({
        name: body.name ?? person.name,
        email: body.email === undefined ? person.email : body.email,
      })
      .where('id', '=', personId)
      .execute();
    await recordAudit(tx, actor, {
      at: services.clock.now(),
      action: 'person.updated',
      agencyId: await homeAgency(tx, personId),
      subjectKind: 'person',
      subjectId: personId,
      detail: { before: { name: person.name, email: person.email }, after: { ...body } },
    });
  });
}
