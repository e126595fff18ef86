import { type Actor, recordAudit } from '../agencies/index.ts';
import { newId, type Services, type Tx } from '../platform/index.ts';
import { writeVersion } from './draft.ts';
import { InformationError } from './errors.ts';
import { refuseEdit } from './lifecycle.ts';
import { refuse } from './refuse.ts';
import { screenVersion } from './screening.ts';
import { partyOf, situationOf } from './situation.ts';
import { type ItemWithVersion, loadItem, storable, touchItem } from './store.ts';

/** A file ready to be attached: its bytes are in the file store already. */
export interface StoredFile {
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  /** Text for screening and search; empty where the format has none. */
  text: string;
}

/** Attaches a stored file to the draft. @returns the attachment's id */
export async function attachFile(
  services: Services,
  actor: Actor,
  itemId: string,
  revision: number,
  file: StoredFile,
): Promise<string> {
  return services.database.write(async (tx) => {
    const item = await editable(tx, actor, itemId, revision);
    const id = await insertAttachment(tx, item, file);
    await changed(tx, services, actor, item, 'item.attached', file);
    return id;
  });
}

/** Adds the row; used by imports within their own transaction. */
export async function insertAttachment(
  tx: Tx,
  item: { id: string; version: number },
  file: StoredFile,
): Promise<string> {
  const last = await tx
    .selectFrom('attachment')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('item_id', '=', item.id)
    .where('version', '=', item.version)
    .executeTakeFirst();
  const id = newId();
  await tx
    .insertInto('attachment')
    .values({
      id,
      item_id: item.id,
      version: item.version,
      position: (last?.position ?? 0) + 1,
      name: storable(file.name),
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      text: storable(file.text),
      published: 1,
    })
    .execute();
  return id;
}

/** Takes an attachment off the draft; versions already public keep theirs. */
export async function detachFile(
  services: Services,
  actor: Actor,
  itemId: string,
  revision: number,
  attachmentId: string,
): Promise<void> {
  await services.database.write(async (tx) => {
    const item = await editable(tx, actor, itemId, revision);
    const file = await tx
      .selectFrom('attachment')
      .select(['name', 'sha256'])
      .where('id', '=', attachmentId)
      .where('item_id', '=', itemId)
      .where('version', '=', item.version)
      .executeTakeFirst();
    if (!file) throw new InformationError('ATTACHMENT_NOT_FOUND');
    await tx.deleteFrom('attachment').where('id', '=', attachmentId).execute();
    await changed(tx, services, actor, item, 'item.detached', file);
  });
}

async function editable(tx: Tx, actor: Actor, itemId: string, revision: number): Promise<ItemWithVersion> {
  const item = await loadItem(tx, itemId, revision);
  refuse(refuseEdit(await situationOf(tx, item), partyOf(actor, item.agency_id, item.unit_id)));
  return item;
}

async function changed(
  tx: Tx,
  services: Services,
  actor: Actor,
  item: ItemWithVersion,
  action: string,
  file: { name: string; sha256: string },
): Promise<void> {
  await writeVersion(tx, services, actor, item, {});
  await touchItem(tx, services, item, {});
  await screenVersion(tx, await loadItem(tx, item.id), services.clock.today());
  await recordAudit(tx, actor, {
    at: services.clock.now(),
    action,
    agencyId: item.agency_id,
    subjectKind: 'item',
    subjectId: item.id,
    detail: { name: file.name, sha256: file.sha256 },
  });
}
