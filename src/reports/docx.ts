import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { barImage } from './chart.ts';
import type { YearlyReport } from './contract.ts';
import { barPixels } from './html.ts';
import { say } from './labels.ts';
import { countedLine, reportParts, reportTitle, share } from './narrative.ts';
import type { TextBlock } from './text-blocks.ts';

/*
 * Laid out after GB/T 9704-2012: A4, margins 37 mm above, 35 below, 28 left, 26 right (a type area of
 * 156 × 225 mm), 22 lines of 三号 仿宋 a page, title in 二号 小标宋, headings in 黑体, page numbers in 四号.
 */
const mm = convertMillimetersToTwip;
const TYPE_AREA = mm(156);
/** 225 mm in 22 lines: a little under 29 points. */
const LINE = { line: 579, lineRule: LineRuleType.EXACT };
/** Sizes in half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt. */
const SIZE = { title: 44, body: 32, small: 28 };
const FONT = {
  title: face('方正小标宋简体'),
  heading: face('黑体'),
  body: face('仿宋'),
};

function face(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
}

/** The report as a Word file, in Chinese: the language of what is handed in. */
export async function reportDocx(report: YearlyReport): Promise<Buffer> {
  const title = reportTitle(report, 'zh');
  const children = [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 579, line: 640, lineRule: LineRuleType.EXACT },
      children: [new TextRun({ text: title, font: FONT.title, size: SIZE.title })],
    }),
    ...reportParts(report, 'zh').flatMap((part) => [
      line(part.heading, FONT.heading),
      ...part.blocks.flatMap(blockOf),
      ...(part.counts && report.proactive.total > 0 ? [countsTable(report), line('')] : []),
    ]),
    line(countedLine(report, 'zh')),
  ];
  const document = new Document({
    creator: report.agencyName,
    title,
    styles: { default: { document: { run: { font: FONT.body, size: SIZE.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(28) },
          },
        },
        footers: { default: pageNumber() },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

function line(text: string, font = FONT.body): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 2 * 320 },
    spacing: LINE,
    children: [new TextRun({ text, font, size: SIZE.body })],
  });
}

function blockOf(block: TextBlock): (Paragraph | Table)[] {
  if (block.kind === 'paragraph') return [line(block.text)];
  const rows = [
    row(
      block.header.map((text) => cell(text, FONT.heading)),
      true,
    ),
  ];
  for (const texts of block.rows) rows.push(row(texts.map((text) => cell(text))));
  return [table(rows), line('')];
}

function countsTable(report: YearlyReport): Table {
  const { total, byCategory } = report.proactive;
  const largest = Math.max(1, ...Object.values(byCategory));
  const head = (['category', 'count', 'share', 'bar'] as const).map((key) =>
    cell(say(`report.table.${key}`, 'zh'), FONT.heading),
  );
  const rows = Object.entries(byCategory).map(([name, count]) =>
    row([cell(name), cell(String(count)), cell(share(count, total)), bar(count, largest, name)]),
  );
  const sum = [say('report.table.total', 'zh'), String(total), '100.0%', ''].map((text) => cell(text));
  return table([row(head, true), ...rows, row(sum)]);
}

function table(rows: TableRow[]): Table {
  return new Table({ width: { size: TYPE_AREA, type: WidthType.DXA }, rows });
}

function row(children: TableCell[], tableHeader = false): TableRow {
  return new TableRow({ children, tableHeader, cantSplit: true });
}

function cell(text: string, font = FONT.body): TableCell {
  const run = new TextRun({ text, font, size: SIZE.small });
  return around(new Paragraph({ children: [run] }));
}

function bar(count: number, largest: number, name: string): TableCell {
  if (count === 0) return cell('');
  const width = barPixels(count, largest, 160);
  const image = new ImageRun({
    type: 'png',
    data: barImage(width),
    transformation: { width, height: 14 },
    altText: { name, description: say('report.item', 'zh', { name, count }), title: name },
  });
  return around(new Paragraph({ children: [image] }));
}

function around(paragraph: Paragraph): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: [paragraph],
  });
}

function pageNumber(): Footer {
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: face('宋体'),
    size: SIZE.small,
  });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
