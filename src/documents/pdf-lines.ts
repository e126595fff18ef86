/** A piece of text with its place on the page: x from the left, y from the top, both in points. */
export type PdfPiece = { text: string; x: number; y: number; width: number; size: number };

type Line = { text: string; left: number; right: number; y: number; size: number; cells: boolean };

const CJK = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u2014\u2026]/u;

/**
 * Paragraphs of a page put together again from the places of its pieces. Lines of Chinese are joined
 * without a space, lines of words with one; a wide gap inside a line is a tab (a table without lines).
 * A new paragraph begins after a gap, after a line that ends early, at an indent or a change of size.
 */
export function paragraphsOf(pieces: readonly PdfPiece[]): string[] {
  const lines = linesOf(pieces);
  if (lines.length === 0) return [];
  const left = quantile(
    lines.map((line) => line.left),
    0.1,
  );
  const right = quantile(
    lines.map((line) => line.right),
    0.9,
  );
  const pitch = typicalPitch(lines);
  const paragraphs: string[] = [];
  for (const [n, line] of lines.entries()) {
    const before = lines[n - 1];
    const joins = before !== undefined && continues(before, line, { left, right, pitch });
    if (joins) paragraphs.push(joinLines(paragraphs.pop()!, line.text));
    else paragraphs.push(line.text);
  }
  return paragraphs;
}

function continues(before: Line, line: Line, page: { left: number; right: number; pitch: number }): boolean {
  const em = Math.max(line.size, 1);
  return (
    !before.cells &&
    !line.cells &&
    Math.abs(before.size - line.size) < em * 0.15 &&
    line.y - before.y < page.pitch * 1.4 &&
    before.right > page.right - em * 2 &&
    line.left < page.left + em * 1.2
  );
}

function joinLines(first: string, second: string): string {
  if (CJK.test(first.at(-1) ?? '') || CJK.test(second[0] ?? '')) return first + second;
  if (/[A-Za-z]-$/u.test(first) && /^[a-z]/u.test(second)) return first.slice(0, -1) + second;
  return `${first} ${second}`;
}

function linesOf(pieces: readonly PdfPiece[]): Line[] {
  const rows: PdfPiece[][] = [];
  const visible = pieces.filter((piece) => piece.text.trim() !== '');
  for (const piece of [...visible].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const same =
      row !== undefined && Math.abs(row[0]!.y - piece.y) < Math.min(row[0]!.size, piece.size) * 0.5;
    if (same) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf);
}

function lineOf(row: PdfPiece[]): Line {
  const pieces = [...row].sort((a, b) => a.x - b.x);
  let text = '';
  let end = Number.NaN;
  for (const piece of pieces) {
    text += gapText(text, piece, end) + piece.text.replaceAll(/\s+/gu, ' ');
    end = Math.max(piece.x + piece.width, Number.isNaN(end) ? 0 : end);
  }
  const trimmed = text.trim();
  return {
    text: trimmed,
    left: pieces[0]!.x,
    right: end,
    y: pieces[0]!.y,
    size: pieces.reduce((most, piece) => Math.max(most, piece.size), 0),
    cells: trimmed.includes('\t'),
  };
}

function gapText(before: string, piece: PdfPiece, end: number): string {
  if (before === '') return '';
  const gap = (piece.x - end) / Math.max(piece.size, 1);
  if (gap > 2) return '\t';
  const chinese = CJK.test(before.at(-1)!) && CJK.test(piece.text.trimStart()[0]!);
  return gap > (chinese ? 0.9 : 0.2) ? ' ' : '';
}

function typicalPitch(lines: Line[]): number {
  const steps = lines
    .slice(1)
    .map((line, n) => line.y - lines[n]!.y)
    .filter((step) => step > 0);
  return steps.length === 0 ? Number.POSITIVE_INFINITY : quantile(steps, 0.4);
}

function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}
