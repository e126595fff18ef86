import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { openSearchIndex, type SearchIndex } from './search-index.ts';
import type { IndexChange, IndexDocument, SearchQuery, SearchResult } from './types.ts';

/** A path for an index, gone with the test. */
export function indexPath(context: TestContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'zhaogao-search-'));
  context.after(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'index', 'search.db');
}

/** An index with these documents, closed with the test. */
export function indexOf(
  context: TestContext,
  documents: readonly Partial<IndexDocument>[],
): SearchIndex & { path: string } {
  const path = indexPath(context);
  const index = openSearchIndex(path);
  context.after(() => index.close());
  index.apply(changesOf(documents));
  return Object.assign(index, { path });
}

export function changesOf(documents: readonly Partial<IndexDocument>[], firstSeq = 0): IndexChange[] {
  return documents.map((given, at) => {
    const document = documentOf({ id: `i${firstSeq + at}`, ...given });
    return { seq: firstSeq + at, id: document.id, document };
  });
}

/** A believable invented document. */
export function documentOf(given: Partial<IndexDocument>): IndexDocument {
  return {
    id: 'i0',
    agencyId: 'jt',
    agencyName: '示例市交通运输局',
    section: 'catalogue',
    status: 'in-force',
    title: '关于做好道路养护工作的通知',
    indexNumber: 'FJ00105-0300-2014-00001',
    body: '各科室、直属单位：现将有关事项通知如下。',
    attachments: [],
    publishedOn: '2014-03-05',
    ...given,
  };
}

export function queryOf(text: string, given: Partial<SearchQuery> = {}): SearchQuery {
  return { text, order: 'relevance', offset: 0, limit: 20, ...given };
}

export function find(index: SearchIndex, text: string, given: Partial<SearchQuery> = {}): SearchResult {
  return index.search(queryOf(text, given));
}

/** The ids found, in order. */
export function idsFor(index: SearchIndex, text: string, given: Partial<SearchQuery> = {}): string[] {
  return find(index, text, given).hits.map(({ id }) => id);
}

/** A log in memory: what the projector and a rebuild read. */
export function logOf(changes: readonly IndexChange[]) {
  return async (seq: number, limit: number): Promise<IndexChange[]> =>
    changes.filter((change) => change.seq > seq).slice(0, limit);
}

const SUBJECTS = [
  '道路养护',
  '公共交通',
  '安全生产',
  '出租汽车',
  '港口航运',
  '财政资金',
  '人事任免',
  '行政许可',
];
const ACTS = [
  '工作方案',
  '实施意见',
  '情况通报',
  '管理办法',
  '考核细则',
  '年度计划',
  '检查结果',
  '专项整治行动',
];
const PLACES = ['城东', '城西', '江南', '江北', '滨海新区', '高新区', '老城区'];
const UNITS = ['办公室', '综合科', '运输科', '公路科'];

/** Any number of documents, the same for the same number: over eleven years, two agencies, four units. */
export function generated(count: number): IndexDocument[] {
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
  return Array.from({ length: count }, (_, n) => {
    const day = Temporal.PlainDate.from('2010-01-01').add({ days: (n * 37) % 4000 });
    const subject = pick(SUBJECTS, n);
    const title = `关于印发《${pick(PLACES, n * 3)}${subject}${pick(ACTS, Math.floor(n / 8))}》的通知（第${n}期）`;
    return documentOf({
      id: `g${n}`,
      agencyId: n % 5 === 0 ? 'gov' : 'jt',
      agencyName: n % 5 === 0 ? '示例市人民政府办公室' : '示例市交通运输局',
      unitId: `u${n % 4}`,
      unitName: pick(UNITS, n),
      categoryId: `c${n % 3}`,
      categoryName: `类别${n % 3}`,
      genre: n % 2 === 0 ? '通知' : '意见',
      status: n % 11 === 0 ? 'repealed' : 'in-force',
      title,
      documentNumber: `示交〔${day.year}〕${n}号`,
      indexNumber: `SJ001-0300-${day.year}-${String(n).padStart(5, '0')}`,
      body: `${pick(PLACES, n)}的${pick(SUBJECTS, n + 1)}工作自${day}起施行，责任到人。编号X${n}Z。`,
      publishedOn: day.toString(),
    });
  });
}
