import { type Actor, unitOfAgency } from '../../agencies/index.ts';
import { newId, type Services } from '../../platform/index.ts';
import { IntakeError } from './errors.ts';
import { demandImport } from './run-import.ts';

/** A file sent over HTTP, in the file store already. */
export interface Upload {
  name: string;
  sizeBytes: number;
  sha256: string;
}

export interface ImportRequest {
  agencyId: string;
  unitId: string | null;
  /** Take what comes in to the publication log at once: it is public elsewhere already. */
  publish: boolean;
  /** Absolute paths on the server, or uploads. */
  paths?: string[];
  uploads?: Upload[];
}

/**
 * Writes down a new import; `runImport` runs it.
 * @returns its id
 * @throws AgenciesError 'FORBIDDEN' | 'UNIT_NOT_FOUND', IntakeError 'IMPORT_EMPTY'
 */
export async function startImport(services: Services, actor: Actor, request: ImportRequest): Promise<string> {
  const { agencyId, unitId, publish, paths = [], uploads = [] } = request;
  demandImport(actor, { agency_id: agencyId, unit_id: unitId, publish: publish ? 1 : 0 });
  if (paths.length + uploads.length === 0) throw new IntakeError('IMPORT_EMPTY');
  const id = newId();
  await services.database.write(async (tx) => {
    if (unitId) await unitOfAgency(tx, agencyId, unitId);
    const now = services.clock.now();
    await tx
      .insertInto('import_job')
      .values({
        id,
        agency_id: agencyId,
        unit_id: unitId,
        publish: publish ? 1 : 0,
        paths: JSON.stringify(paths),
        status: 'interrupted',
        runner: null,
        started_by: actor.personId,
        started_at: now,
        updated_at: now,
      })
      .execute();
    for (const [position, { name, sizeBytes, sha256 }] of uploads.entries())
      await tx
        .insertInto('import_upload')
        .values({ job_id: id, position, name, size_bytes: sizeBytes, sha256 })
        .execute();
  });
  return id;
}

/** The last unfinished import of the same paths to the same place, so that the same command goes on with it. */
export async function unfinishedImport(
  services: Services,
  request: Pick<ImportRequest, 'agencyId' | 'unitId' | 'publish' | 'paths'>,
): Promise<string | null> {
  const row = await services.database.read
    .selectFrom('import_job')
    .select('id')
    .where('agency_id', '=', request.agencyId)
    .where('unit_id', request.unitId === null ? 'is' : '=', request.unitId)
    .where('publish', '=', request.publish ? 1 : 0)
    .where('paths', '=', JSON.stringify(request.paths))
    .where('status', '!=', 'done')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
