import { crc32, deflateRawSync } from 'node:zlib';

/** Builders of files for tests: honest ones, and ones no honest program writes. */

export type ZipPart = {
  name: string | Buffer;
  content?: Buffer | string;
  /** What the headers claim instead of the truth. */
  claimedBytes?: number;
  claimedCrc?: number;
  method?: number;
  flags?: number;
  unixMode?: number;
  localName?: string;
  /** Shares the packed bytes of the part with this number: an overlap. */
  sameAs?: number;
  /** Packed bytes as they are, for content too large to build. */
  packed?: Buffer;
};

/** A zip file written byte by byte, so that every header can lie. */
export function makeZip(parts: ZipPart[], options: { entryCount?: number; comment?: string } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content ?? '');
    const method = part.method ?? 8;
    const packed = part.packed ?? (method === 8 ? deflateRawSync(content) : content);
    const name = Buffer.from(part.name);
    const size = part.claimedBytes ?? content.length;
    const crc = part.claimedCrc ?? crc32(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? (typeof part.name === 'string' ? 0x800 : 0), 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const at = part.sameAs === undefined ? offset : offsets[part.sameAs]!;
    offsets.push(at);
    if (part.sameAs === undefined) {
      const localName = Buffer.from(part.localName ?? name);
      const local = Buffer.from(common);
      local.writeUInt16LE(localName.length, 22);
      const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), local, localName, packed]);
      bodies.push(body);
      offset += body.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((part.unixMode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), common, tail, name]));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.entryCount ?? parts.length, 8);
  end.writeUInt16LE(options.entryCount ?? parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  const comment = Buffer.from(options.comment ?? '');
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, central, end, comment]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file around hand-written body XML, with further parts by name. */
export function makeRawDocx(body: string, more: Record<string, string> = {}, prolog = ''): Buffer {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?>${prolog}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return makeZip(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

/** One paragraph of WordprocessingML. */
export function wordParagraph(text: string, properties = '', runProperties = ''): string {
  const run = `<w:r>${runProperties === '' ? '' : `<w:rPr>${runProperties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run}</w:p>`;
}

export { W as wordNamespace };

export type PdfLine = { text: string; x?: number; y: number; size?: number };
export type PdfOptions = { info?: Record<string, string>; annotation?: string; encrypted?: boolean };

/**
 * A PDF with Chinese text: one composite font (Identity-H) that is not embedded, each character's code
 * being its UTF-16 unit, with a ToUnicode map that says so. `y` counts from the top of an A4 page.
 */
export function makePdf(pages: PdfLine[][], options: PdfOptions = {}): Buffer {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const firstPage = 7;
  const kids = pages.map((_, n) => `${firstPage + n * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] /FontDescriptor 5 0 R >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  add(
    stream(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end',
    ),
  );
  for (const [n, lines] of pages.entries()) {
    const notes =
      options.annotation === undefined
        ? ''
        : ` /Annots [<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents ${utf16(options.annotation)} >>]`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>${notes} /Contents ${firstPage + n * 2 + 1} 0 R >>`,
    );
    add(stream(lines.map(pdfLine).join('\n')));
  }
  const info = Object.entries(options.info ?? {})
    .map(([key, value]) => `/${key} ${utf16(value)}`)
    .join(' ');
  add(`<< ${info} >>`);
  const encrypt = options.encrypted
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<00112233> <00112233>]`
    : '';
  return assemblePdf(objects, encrypt);
}

function assemblePdf(objects: string[], trailer: string): Buffer {
  let file = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (const [n, body] of objects.entries()) {
    offsets.push(Buffer.byteLength(file));
    file += `${n + 1} 0 obj\n${body}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = Buffer.byteLength(file);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file);
}

const stream = (content: string) =>
  `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`;

const utf16 = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

function pdfLine({ text, x = 80, y, size = 16 }: PdfLine): string {
  const code = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm <${code}> Tj ET`;
}
