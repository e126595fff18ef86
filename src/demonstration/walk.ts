import type { Actor } from '../agencies/index.ts';
import {
  approveItem,
  attachFile,
  createItem,
  type InformationServices,
  loadItem,
  publishItem,
  returnItem,
  startChange,
  submitItem,
  updateItem,
} from '../information/index.ts';
import { storeFile } from './files.ts';
import type { Bureau } from './people.ts';
import { type CategoryCode, type Piece, signed } from './piece.ts';

/** Everything the builders of the years need. */
export interface Site {
  services: InformationServices;
  bureau: Bureau;
  categories: Record<CategoryCode, string>;
}

/** An item on its way: its id is known once it is created. */
export interface Walker {
  id: string;
}

export async function revisionOf({ services }: Site, id: string): Promise<number> {
  return (await loadItem(services.database.read, id)).revision;
}

/** Writes the draft with its files as the clerk does. */
export async function write(
  site: Site,
  walker: Walker,
  piece: Piece,
  placed: { category: CategoryCode; formedOn: string; documentNumber: string | null },
): Promise<void> {
  const { services, bureau } = site;
  const { clerk } = bureau.people;
  walker.id = await createItem(services, clerk, {
    agencyId: bureau.agencyId,
    fields: {
      title: piece.title,
      documentNumber: placed.documentNumber,
      issuingAgency: bureau.name,
      formedOn: placed.formedOn,
      genre: piece.genre,
      subject: piece.subject,
      keywords: piece.keywords,
      summary: piece.summary ?? null,
      bodyHtml: signed(piece, bureau.name, placed.formedOn),
    },
    placement: { unitId: bureau.units[piece.unit], categoryId: site.categories[placed.category] },
  });
  for (const file of piece.files ?? [])
    await attachFile(
      services,
      clerk,
      walker.id,
      await revisionOf(site, walker.id),
      await storeFile(services, file),
    );
}

export async function submit(site: Site, { id }: Walker, by?: Actor): Promise<void> {
  const actor = by ?? site.bureau.people.clerk;
  await submitItem(site.services, actor, id, { revision: await revisionOf(site, id) });
}

type Decider = 'unit-head' | 'secrecy-reviewer' | 'approving-leader' | 'disclosure-officer';

/** Passes the current step. @param publishAt with the last approval: 'now' or an instant */
export async function approve(
  site: Site,
  { id }: Walker,
  by: Decider,
  more: { comment?: string; publishAt?: string } = {},
): Promise<void> {
  const revision = await revisionOf(site, id);
  await approveItem(site.services, site.bureau.people[by], id, { revision, ...more });
}

export async function sendBack(site: Site, { id }: Walker, by: Decider, comment: string): Promise<void> {
  const revision = await revisionOf(site, id);
  await returnItem(site.services, site.bureau.people[by], id, { revision, to: 'draft', comment });
}

export async function publish(site: Site, { id }: Walker): Promise<void> {
  const revision = await revisionOf(site, id);
  await publishItem(site.services, site.bureau.people['disclosure-officer'], id, { revision, at: 'now' });
}

/** Starts a change as the clerk, writes the new text if there is one, and hands it in. */
export async function handInChange(
  site: Site,
  walker: Walker,
  change: { change: 'amend' | 'correct' | 'repeal'; reason: string; edit?: (body: string) => string },
): Promise<void> {
  const { services, bureau } = site;
  const { clerk } = bureau.people;
  const { id } = walker;
  await startChange(services, clerk, id, {
    revision: await revisionOf(site, id),
    change: change.change,
    reason: change.reason,
  });
  const { revision, body_html } = await loadItem(services.database.read, id);
  if (change.edit)
    await updateItem(services, clerk, id, { revision, fields: { bodyHtml: change.edit(body_html) } });
  await submit(site, walker);
}

/** The three decisions in a row, the last of which publishes. */
export async function passAll(site: Site, walker: Walker): Promise<void> {
  await approve(site, walker, 'unit-head');
  await approve(site, walker, 'secrecy-reviewer');
  await approve(site, walker, 'approving-leader', { publishAt: 'now' });
}
