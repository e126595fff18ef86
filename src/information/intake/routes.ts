import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf, agencyById, demand } from '../../agencies/index.ts';
import type { App } from '../../platform/index.ts';
import { ImportJob, ItemView } from '../contract.ts';
import type { InformationServices } from '../services.ts';
import { viewItem } from '../view.ts';
import { attachUpload } from './attach-upload.ts';
import { createFromFile } from './create-from-file.ts';
import { IntakeError } from './errors.ts';
import { MAX_FILES, readForm, type UploadForm } from './form.ts';
import { loadJob } from './job-store.ts';
import { demandImport } from './run-import.ts';
import { ImportRunner } from './runner.ts';
import { startImport, type Upload } from './start-import.ts';
import { listImports, viewImport } from './view-import.ts';

const ItemParams = z.object({ id: z.string() });
const item = { 200: ItemView };
const job = { 200: ImportJob };

/** The JSON API of uploads and imports. Forms are multipart; their files are read within the size limits. */
export async function intakeRoutes(app: App, services: InformationServices): Promise<void> {
  await app.register(multipart);
  const runner = new ImportRunner(services, (error) => app.log.error({ err: error }, 'import failed'));
  app.addHook('onClose', () => runner.close());
  uploadRoutes(app, services);
  importRoutes(app, services, runner);
}

function uploadRoutes(app: App, services: InformationServices): void {
  const view = (request: FastifyRequest, id: string) =>
    viewItem(services, actorOf(request), id, request.language);

  app.post(
    '/api/v1/items/from-file',
    {
      config: { access: 'item.write' },
      schema: {
        summary: 'multipart: agencyId, unitId?, file',
        consumes: ['multipart/form-data'],
        response: item,
      },
    },
    async (request) => {
      const { form, file } = await oneFile(request, services);
      const agencyId = form.field('agencyId');
      const unitId = form.fields.get('unitId') || null;
      const id = await createFromFile(services, actorOf(request), { agencyId, unitId, ...file });
      return view(request, id);
    },
  );

  app.post(
    '/api/v1/items/:id/attachments',
    {
      config: { access: 'item.write' },
      schema: {
        summary: 'multipart: revision, file',
        consumes: ['multipart/form-data'],
        params: ItemParams,
        response: item,
      },
    },
    async (request) => {
      const { form, file } = await oneFile(request, services);
      const revision = Number(form.field('revision'));
      if (!Number.isSafeInteger(revision))
        throw new IntakeError('UPLOAD_FIELD_MISSING', { field: 'revision' });
      await attachUpload(services, actorOf(request), request.params.id, revision, file);
      return view(request, request.params.id);
    },
  );
}

async function oneFile(
  request: FastifyRequest,
  services: InformationServices,
): Promise<{ form: UploadForm; file: { fileName: string; bytes: Buffer } }> {
  const files: { fileName: string; bytes: Buffer }[] = [];
  const form = await readForm(request, services.config, 1, async (file) => {
    files.push(file);
  });
  return { form, file: files[0]! };
}

function importRoutes(app: App, services: InformationServices, runner: ImportRunner): void {
  const { read } = services.database;
  /** A job that waits for its turn in this server is under way for whoever looks. */
  const underWay = (found: ImportJob): ImportJob =>
    runner.isRunning(found.id) ? { ...found, status: 'running' } : found;
  const view = async (request: FastifyRequest, id: string) =>
    underWay(await viewImport(services, id, request.language));

  app.post(
    '/api/v1/imports',
    {
      config: { access: 'item.import' },
      schema: {
        summary:
          'multipart: agencyId, unitId?, publish?, then one or more files (documents, tables, records, zip)',
        consumes: ['multipart/form-data'],
        response: job,
      },
    },
    async (request) => {
      const uploads: Upload[] = [];
      const form = await readForm(request, services.config, MAX_FILES, async ({ fileName, bytes }) => {
        const sha256 = await services.files.put(bytes);
        uploads.push({ name: fileName, sizeBytes: bytes.byteLength, sha256 });
      });
      const id = await startImport(services, actorOf(request), {
        agencyId: form.field('agencyId'),
        unitId: form.fields.get('unitId') || null,
        publish: form.fields.get('publish') === 'true',
        uploads,
      });
      runner.start(actorOf(request), id);
      return view(request, id);
    },
  );

  app.get(
    '/api/v1/imports',
    {
      config: { access: 'item.import' },
      schema: {
        summary: 'The latest imports of an agency; `files` is empty here',
        querystring: z.object({ agency: z.string() }),
        response: { 200: z.array(ImportJob) },
      },
    },
    async (request) => {
      const { id } = await agencyById(read, request.query.agency);
      demand(actorOf(request), 'item.import', id);
      return (await listImports(services, id)).map(underWay);
    },
  );

  app.get(
    '/api/v1/imports/:id',
    { config: { access: 'item.import' }, schema: { params: ItemParams, response: job } },
    async (request) => {
      const { agency_id } = await loadJob(read, request.params.id);
      demand(actorOf(request), 'item.import', agency_id);
      return view(request, request.params.id);
    },
  );

  app.post(
    '/api/v1/imports/:id/resume',
    { config: { access: 'item.import' }, schema: { params: ItemParams, response: job } },
    async (request) => {
      const found = await loadJob(read, request.params.id);
      demandImport(actorOf(request), found);
      if (found.status === 'done') throw new IntakeError('IMPORT_FINISHED');
      runner.start(actorOf(request), found.id);
      return view(request, found.id);
    },
  );
}
