import { type Actor, demand } from '../../agencies/index.ts';
import type { DocumentInput } from '../../documents/index.ts';
import type { Services } from '../../platform/index.ts';
import { insertAttachment } from '../attach.ts';
import { insertItem } from '../draft.ts';
import { screenVersion } from '../screening.ts';
import { loadItem } from '../store.ts';
import { readUpload } from './read-upload.ts';

/**
 * Starts a draft from an uploaded document: its text, proposed metadata with the places they came from, and the
 * original attached. An original with comments or tracked changes is kept but not published.
 * @returns the item's id
 * @throws AgenciesError 'FORBIDDEN', DocumentError
 */
export async function createFromFile(
  services: Services,
  actor: Actor,
  input: { agencyId: string; unitId?: string | null } & DocumentInput,
): Promise<string> {
  const unitId = input.unitId ?? null;
  demand(actor, 'item.write', input.agencyId, unitId);
  const read = await readUpload(services, input);
  const { fields, proposals, extraTexts, storedFile, keepPrivate } = read;
  return services.database.write(async (tx) => {
    const request = { agencyId: input.agencyId, fields, placement: { unitId } };
    const itemId = await insertItem(tx, services, actor, request, { proposals, extraTexts });
    const id = await insertAttachment(tx, { id: itemId, version: 1 }, storedFile);
    if (keepPrivate) await tx.updateTable('attachment').set({ published: 0 }).where('id', '=', id).execute();
    await screenVersion(tx, await loadItem(tx, itemId), services.clock.today());
    return itemId;
  });
}
