import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Actor } from '../../agencies/index.ts';
import { makeRawDocx, wordParagraph } from '../../documents/testing.ts';
import { temporaryDirectory } from '../../platform/testing.ts';
import type { ImportJob } from '../contract.ts';
import type { TestOffice } from '../testing.ts';
import { type RunOptions, runImport } from './run-import.ts';
import { startImport } from './start-import.ts';
import { viewImport } from './view-import.ts';

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of invented files: path → content; gone when the tests are. @returns the folder */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryDirectory();
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
  return folder;
}

/** A Word file of paragraphs. */
export function wordFile(...paragraphs: string[]): Buffer {
  return makeRawDocx(paragraphs.map((text) => wordParagraph(text)).join(''));
}

/** A whole notice as Word: title, text, signature. */
export function notice(title: string, text = '因道路施工,线路临时绕行,请留意站牌。'): Buffer {
  return wordFile(title, text, '测试市交通运输局', '2026年11月16日');
}

export function recordFile(values: Record<string, unknown> = {}): string {
  return JSON.stringify({
    title: '测试市交通运输局关于公交线路调整的公告',
    issuing_agency: '测试市交通运输局',
    document_number: '测交〔2020〕7号',
    index_number: 'CS10107-0400-2020-00007',
    formed_date: '2020-03-02',
    published_date: '2020-03-05',
    category: '公共服务类',
    url: 'https://jt.example.gov.cn/7.html',
    text: '自三月九日起,7路公交车增加两个停靠站。',
    ...values,
  });
}

export interface ImportTry {
  job: ImportJob;
  /** status and code by path */
  outcome: Record<string, string>;
}

/** Starts and runs an import of paths, and gives what became of each source. */
export async function importPaths(
  office: TestOffice,
  paths: string[],
  options: { publish?: boolean; actor?: Actor; jobId?: string } & RunOptions = {},
): Promise<ImportTry> {
  const { services, people, agencyId } = office;
  const { publish = false, actor = people.administrator, jobId, ...run } = options;
  const request = { agencyId, unitId: null, publish, paths };
  const id = jobId ?? (await startImport(services, actor, request));
  await runImport(services, actor, id, run);
  return importTry(office, id);
}

export async function importTry(office: TestOffice, jobId: string): Promise<ImportTry> {
  const job = await viewImport(office.services, jobId, 'zh');
  const outcome = job.files.map(({ path, status, code }) => [
    path.replace(/^zhaogao-test-[^/]*\//u, ''),
    code ? `${status} ${code}` : status,
  ]);
  return { job, outcome: Object.fromEntries(outcome) };
}
