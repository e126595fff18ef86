import type { IndexFile } from './index-file.ts';
import { COMBINATIONS } from './row-number.ts';
import type { IndexDocument } from './types.ts';

/** One occurring set of agency, category, unit, section, genre and status, with the names to show. */
export interface Combination {
  readonly id: number;
  readonly agencyId: string;
  readonly categoryId: string;
  readonly unitId: string;
  readonly section: string;
  readonly genre: string;
  readonly status: string;
  readonly agencyName: string;
  readonly unitName: string;
  readonly categoryName: string;
}

interface CombinationRow {
  id: number;
  key: string;
  documents: number;
  agencyName: string;
  unitName: string | null;
  categoryName: string | null;
}

/** All combinations, by number. There are few: thousands where there are a million documents. */
export function allCombinations(file: IndexFile): Map<number, Combination> {
  const rows = file.all<CombinationRow>('SELECT * FROM combination');
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

/** The number of a document's combination, made where new; its names become those of this document. */
export function joinCombination(file: IndexFile, document: IndexDocument): number {
  const key = keyOf(document);
  const names = [document.agencyName, document.unitName ?? null, document.categoryName ?? null];
  const found = file.get<{ id: number }>('SELECT id FROM combination WHERE key = ?', key);
  const id = found?.id ?? freeNumber(file);
  file.run(
    `INSERT INTO combination (id, key, documents, agencyName, unitName, categoryName) VALUES (?, ?, 1, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET documents = documents + 1, agencyName = excluded.agencyName,
       unitName = excluded.unitName, categoryName = excluded.categoryName`,
    id,
    key,
    ...names,
  );
  return id;
}

/** Takes a document out of its combination; the last one takes the combination with it. */
export function leaveCombination(file: IndexFile, id: number): void {
  file.run('UPDATE combination SET documents = documents - 1 WHERE id = ?', id);
  file.run('DELETE FROM combination WHERE id = ? AND documents <= 0', id);
}

function freeNumber(file: IndexFile): number {
  const highest = file.get<{ id: number | null }>('SELECT max(id) AS id FROM combination')?.id ?? 0;
  if (highest + 1 < COMBINATIONS) return highest + 1;
  const gap = file.get<{ id: number }>(
    'SELECT id + 1 AS id FROM combination c WHERE NOT EXISTS (SELECT 1 FROM combination d WHERE d.id = c.id + 1) LIMIT 1',
  );
  if (!gap || gap.id >= COMBINATIONS) throw new RangeError('more combinations than the index can number');
  return gap.id;
}

function keyOf(document: IndexDocument): string {
  const { agencyId, categoryId, unitId, section, genre, status } = document;
  return JSON.stringify([agencyId, categoryId ?? '', unitId ?? '', section, genre ?? '', status]);
}

function fromRow(row: CombinationRow): Combination {
  const [agencyId, categoryId, unitId, section, genre, status] = JSON.parse(row.key) as string[];
  return {
    id: row.id,
    agencyId: agencyId!,
    categoryId: categoryId!,
    unitId: unitId!,
    section: section!,
    genre: genre!,
    status: status!,
    agencyName: row.agencyName,
    unitName: row.unitName ?? '',
    categoryName: row.categoryName ?? '',
  };
}
