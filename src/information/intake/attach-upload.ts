import type { Actor } from '../../agencies/index.ts';
import type { DocumentInput } from '../../documents/index.ts';
import type { Services } from '../../platform/index.ts';
import { attachFile } from '../attach.ts';
import { refuseEdit } from '../lifecycle.ts';
import { refuse } from '../refuse.ts';
import { partyOf, situationOf } from '../situation.ts';
import { loadItem } from '../store.ts';
import { readAttachment } from './read-attachment.ts';

/**
 * Attaches an uploaded file to a draft: documents and tables with their text for screening, and pictures.
 * @returns the attachment's id
 * @throws InformationError 'ITEM_NOT_FOUND' | 'REVISION_CONFLICT' | 'NOT_ALLOWED', DocumentError
 */
export async function attachUpload(
  services: Services,
  actor: Actor,
  itemId: string,
  revision: number,
  input: DocumentInput,
): Promise<string> {
  // Asked before the file is opened, and again with the row: nobody makes the server read for nothing.
  const { read } = services.database;
  const item = await loadItem(read, itemId, revision);
  refuse(refuseEdit(await situationOf(read, item), partyOf(actor, item.agency_id, item.unit_id)));
  return attachFile(services, actor, itemId, revision, await readAttachment(services, input));
}
