import { rmSync } from 'node:fs';
import { initialise, systemActor } from '../../src/agencies/index.ts';
import { insertAttachment } from '../../src/information/attach.ts';
import { insertItem } from '../../src/information/draft.ts';
import { enterLog } from '../../src/information/publish.ts';
import { loadItem } from '../../src/information/store.ts';
import { loadConfig } from '../../src/platform/index.ts';
import { temporaryDirectory } from '../../src/platform/testing.ts';
import { type OpenServices, openServices } from '../../src/services.ts';

export interface Installation {
  services: OpenServices;
  agencyId: string;
  directory: string;
  /** Closes it and removes its directory. */
  dispose(): Promise<void>;
}

/** A whole installation as `zhaogao init` makes it, in a temporary directory. */
export async function openInstallation(databaseUrl = ''): Promise<Installation> {
  const directory = temporaryDirectory();
  const config = loadConfig({ dataDirectory: directory, databaseUrl, port: '0', logLevel: 'silent' }, {});
  const services = await openServices(config);
  await initialise(services, {
    agency: { code: 'CSJT', name: '测试市交通运输局' },
    administrator: { login: 'admin', name: '测试管理员' },
  });
  const { id } = await services.database.read.selectFrom('agency').select('id').executeTakeFirstOrThrow();
  return {
    services,
    agencyId: id,
    directory,
    dispose: async () => {
      await services.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Puts an item with one attachment into the log at once, as an import with --publish does. */
export async function publishQuickly(
  services: OpenServices,
  agencyId: string,
  fields: { title: string; bodyHtml?: string; formedOn?: string },
): Promise<string> {
  const bytes = Buffer.from(`附件:${fields.title}`);
  const sha256 = await services.files.put(bytes);
  return services.database.write(async (tx) => {
    const actor = await systemActor(tx);
    const itemId = await insertItem(tx, services, actor, {
      agencyId,
      fields: { bodyHtml: '<p>正文</p>', formedOn: '2026-11-02', ...fields },
    });
    await insertAttachment(
      tx,
      { id: itemId, version: 1 },
      { name: '附件.txt', mediaType: 'text/plain', sizeBytes: bytes.length, sha256, text: bytes.toString() },
    );
    await enterLog(tx, services, actor, await loadItem(tx, itemId));
    return itemId;
  });
}
