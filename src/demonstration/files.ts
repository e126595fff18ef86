import { Document, Packer, Paragraph, TextRun } from 'docx';
import writeXlsxFile from 'write-excel-file/node';
import type { StoredFile } from '../information/index.ts';
import type { Services } from '../platform/index.ts';
import type { Cell, PieceFile } from './piece.ts';

const MEDIA_TYPES = {
  txt: 'text/plain',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Makes the file and keeps it in the file store. */
export async function storeFile(services: Services, file: PieceFile): Promise<StoredFile> {
  const bytes = await bytesOf(file);
  return {
    name: `${file.name}.${file.kind}`,
    mediaType: MEDIA_TYPES[file.kind],
    sizeBytes: bytes.length,
    sha256: await services.files.put(bytes),
    text: textOf(file),
  };
}

async function bytesOf(file: PieceFile): Promise<Buffer> {
  switch (file.kind) {
    case 'txt':
      return Buffer.from(file.lines.join('\r\n'));
    case 'csv':
      // The mark makes spreadsheet programs read UTF-8.
      return Buffer.from(`\ufeff${file.rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`);
    case 'xlsx':
      return writeXlsxFile(file.rows.map((row) => row.map((value) => ({ value })))).toBuffer();
    case 'docx':
      return docxOf(file.title, file.lines);
  }
}

function csvCell(cell: Cell): string {
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function docxOf(title: string, lines: readonly string[]): Promise<Buffer> {
  const paragraph = (text: string, bold: boolean) =>
    new Paragraph({ children: [new TextRun({ text, bold, size: bold ? 36 : 28 })] });
  const children = [paragraph(title, true), ...lines.map((line) => paragraph(line, false))];
  return Packer.toBuffer(new Document({ title, sections: [{ children }] }));
}

function textOf(file: PieceFile): string {
  if (file.kind === 'txt') return file.lines.join('\n');
  if (file.kind === 'docx') return [file.title, ...file.lines].join('\n');
  return file.rows.map((row) => row.join('\t')).join('\n');
}
