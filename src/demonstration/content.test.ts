import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { POWERS } from './content/power.ts';
import { YEAR_2014 } from './content/year-2014.ts';
import { type Cell, signed, sumOf } from './piece.ts';
import { placePieces } from './plan.ts';

const pieces = YEAR_2014.map(([, piece]) => piece);
const TOTAL = /^(合计|收入总计|支出总计)$/;

/** Tables as they stand in the HTML, row by row. */
function tablesOf(html: string): string[][][] {
  return [...html.matchAll(/<table>(.*?)<\/table>/g)].map(([, inner]) =>
    [...inner!.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
      [...row!.matchAll(/<t[hd]>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell!),
    ),
  );
}

describe('the invented year 2014', () => {
  it('has no two documents alike', () => {
    assert.equal(new Set(pieces.map((piece) => piece.title)).size, pieces.length);
    assert.equal(new Set(pieces.map((piece) => piece.body)).size, pieces.length);
  });

  it('has documents of five to thirty lines', () => {
    for (const piece of pieces) {
      const body = signed(piece, '示例市交通运输局', '2014-03-03');
      const lines = body.match(/<p|<tr>/g)?.length ?? 0;
      assert.ok(lines >= 5 && lines <= 30, `${piece.title}: ${lines}`);
      assert.ok(body.replace(/<[^>]+>/g, '').length >= 100, piece.title);
    }
  });

  it('has tables that add up', () => {
    let checked = 0;
    for (const { title, body } of pieces)
      for (const rows of tablesOf(body)) {
        const total = rows.at(-1)!;
        if (!TOTAL.test(total[0]!)) continue;
        for (const [column, stated] of total.entries()) {
          if (column === 0 || stated === '') continue;
          const sum = sumOf(rows.slice(1, -1) as Cell[][], column);
          assert.equal(Number(stated), sum, `${title}: ${rows[0]![column]}`);
          checked++;
        }
      }
    assert.ok(checked > 50, `${checked} columns`);
  });

  it('has budgets in balance', () => {
    const budgets = pieces.filter((piece) => /部门(预算|决算)公开说明/.test(piece.title));
    assert.equal(budgets.length, 2);
    for (const { title, body } of budgets) {
      const [income, spending] = tablesOf(body).map((rows) => rows.at(-1)![1]);
      assert.equal(income, spending, title);
    }
  });

  it('splits the 448 powers of the source into twelve kinds', () => {
    assert.deepEqual([POWERS.length, sumOf(POWERS, 1)], [12, 448]);
  });

  it('has attachments of every kind', () => {
    const files = pieces.flatMap((piece) => piece.files ?? []);
    assert.deepEqual([...new Set(files.map((file) => file.kind))].sort(), ['csv', 'docx', 'txt', 'xlsx']);
    assert.ok(files.length >= 40, String(files.length));
  });

  it('is spread over all months, and published within the year', () => {
    const placed = placePieces(YEAR_2014, 2014);
    const months = new Set(placed.map((one) => one.publishedOn.slice(0, 7)));
    assert.equal(months.size, 12);
    for (const { publishedOn, piece } of placed) assert.match(publishedOn, /^2014-/, piece.title);
    const numbers = placed.flatMap((one) => one.documentNumber ?? []);
    assert.equal(new Set(numbers).size, numbers.length, 'no document number twice');
  });
});
