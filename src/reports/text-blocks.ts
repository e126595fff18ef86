/** A piece of an officer's text: a paragraph, or a table whose first row is the header. */
export type TextBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; header: string[]; rows: string[][] };

/**
 * Reads an officer's text: a line is a paragraph; neighbouring lines `| a | b |` are a table. A rule line
 * (`| --- | --- |`) is dropped. Rows are cut or filled to the header's width.
 */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    const [header, ...body] = rows;
    if (header) blocks.push({ kind: 'table', header, rows: body.map((row) => fitted(row, header.length)) });
    rows = [];
  };
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (/^\|.*\|$/.test(line)) {
      const cells = cellsOf(line);
      if (!cells.every((cell) => /^:?-{3,}:?$/.test(cell))) rows.push(cells);
      continue;
    }
    endTable();
    if (line !== '') blocks.push({ kind: 'paragraph', text: line });
  }
  endTable();
  return blocks;
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

function fitted(row: string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => row[index] ?? '');
}
