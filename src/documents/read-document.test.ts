import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { DocumentError, type DocumentErrorCode, documentErrorCodes } from './errors.ts';
import { documentTexts } from './labels.ts';
import { readDocument } from './read-document.ts';
import { makePdf, makeRawDocx, makeZip, wordNamespace, wordParagraph } from './testing.ts';
import { type ReadDocument, warningCodes } from './types.ts';

const read = (bytes: Uint8Array | string, fileName: string, limits = {}) =>
  readDocument({ bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, fileName }, limits);
const refuses = (bytes: Uint8Array | string, fileName: string, code: DocumentErrorCode, limits = {}) =>
  assert.rejects(
    read(bytes, fileName, limits),
    (error) => error instanceof DocumentError && error.code === code,
  );
const extra = (document: ReadDocument, where: string) =>
  document.extraTexts
    .filter((text) => text.where === where)
    .map(({ text }) => text)
    .join('|');

const GBK_TEXT = Buffer.from([0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2]); // 政府信息
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a Word file', () => {
  it('keeps headings, marks, tables with spans, lists and pictures', async () => {
    const cell = (text: string, span = 1) =>
      new TableCell({ columnSpan: span, children: [new Paragraph(text)] });
    const file = new Document({
      creator: '张某',
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('页眉文字')] }) },
          footers: { default: new Footer({ children: [new Paragraph('页脚文字')] }) },
          children: [
            new Paragraph({ text: '关于印发办法的通知', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ children: [new TextRun('正文'), new TextRun({ text: '重点', bold: true })] }),
            new Paragraph({ text: '条目', bullet: { level: 0 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('表头', 2)] }),
                new TableRow({ children: [cell('甲'), cell('1')] }),
              ],
            }),
            new Paragraph({
              children: [new ImageRun({ type: 'png', data: DOT, transformation: { width: 5, height: 5 } })],
            }),
          ],
        },
      ],
    });
    const document = await read(await Packer.toBuffer(file), '通知.docx');
    assert.equal(document.format, 'docx');
    assert.equal(document.title, '关于印发办法的通知');
    assert.equal(document.text, '关于印发办法的通知\n正文重点\n条目\n表头\n甲\t1');
    assert.match(document.html, /<strong>重点<\/strong>/u);
    assert.match(document.html, /<td colspan="2"><p>表头<\/p><\/td>/u);
    assert.match(document.html, /<ul><li>条目<\/li><\/ul>/u);
    assert.match(document.html, /<img src="data:image\/png;base64,/u);
    assert.equal(extra(document, 'headers'), '页眉文字|页脚文字');
    assert.equal(document.properties.author, '张某');
    assert.match(extra(document, 'properties'), /张某/u);
    assert.match(document.sha256, /^[0-9a-f]{64}$/u);
  });

  it('shows what Word shows: deleted and hidden text leave the body and are reported', async () => {
    const body =
      '<w:p><w:r><w:t>留下</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>添上</w:t></w:r></w:ins></w:p>' +
      wordParagraph('看不见', '', '<w:vanish/>') +
      wordParagraph('看得见', '', '<w:vanish w:val="0"/>') +
      '<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>' +
      wordParagraph('样式隐藏', '<w:pStyle w:val="H"/>');
    const styles = `<w:styles ${wordNamespace}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
    const document = await read(makeRawDocx(body, { 'word/styles.xml': styles }), 'a.docx');
    assert.equal(document.text, '留下添上\n看得见');
    assert.equal(extra(document, 'tracked-changes'), '删去\n删行');
    assert.equal(extra(document, 'hidden'), '看不见\n样式隐藏');
    assert.deepEqual(document.warnings.sort(), ['HIDDEN_TEXT', 'TRACKED_CHANGES']);
  });

  it('reports comments and notes', async () => {
    const comments = `<w:comments ${wordNamespace}><w:comment w:id="1">${wordParagraph('请核实张某电话')}</w:comment></w:comments>`;
    const notes = `<w:footnotes ${wordNamespace}><w:footnote w:id="2">${wordParagraph('脚注')}</w:footnote></w:footnotes>`;
    const file = makeRawDocx(wordParagraph('正文'), {
      'word/comments.xml': comments,
      'word/footnotes.xml': notes,
    });
    const document = await read(file, 'a.docx');
    assert.equal(extra(document, 'comments'), '请核实张某电话');
    assert.equal(extra(document, 'footnotes'), '脚注');
    assert.equal(document.text, '正文');
    assert.deepEqual(document.warnings, ['COMMENTS']);
  });

  it('turns automatic numbers into text, going on after an interruption', async () => {
    const level = (n: number, format: string, pattern: string) =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${n === 1 ? '<w:isLgl/>' : ''}<w:lvlText w:val="${pattern}"/></w:lvl>`;
    const numbering = `<w:numbering ${wordNamespace}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const item = (text: string, n: number) =>
      wordParagraph(text, `<w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="7"/></w:numPr>`);
    const body =
      item('总则', 0) +
      item('目的', 1) +
      item('依据', 1) +
      wordParagraph('说明') +
      item('分则', 0) +
      item('范围', 1);
    const document = await read(makeRawDocx(body, { 'word/numbering.xml': numbering }), 'a.docx');
    assert.equal(document.text, '一、总则\n1.1 目的\n1.2 依据\n说明\n二、分则\n2.1 范围');
  });

  it('is refused when its XML declares entities', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    return refuses(makeRawDocx(wordParagraph('&b;'), {}, bomb), 'a.docx', 'XML_FORBIDDEN');
  });

  it('is refused when any other part declares entities, in UTF-16 too', async () => {
    const evil = '<!DOCTYPE x [<!ENTITY a "ha">]><x/>';
    await refuses(makeRawDocx('', { 'word/styles.xml': evil }), 'a.docx', 'XML_FORBIDDEN');
    const parts = [
      { name: '[Content_Types].xml' },
      { name: 'word/document.xml', content: Buffer.from(`\ufeff${evil}`, 'utf16le') },
    ];
    await refuses(makeZip(parts), 'a.docx', 'XML_FORBIDDEN');
  });

  it('is refused when nested beyond reason, whatever stands in attributes and comments', async () => {
    const deep = '<w:sdt>'.repeat(20_000);
    await refuses(makeRawDocx(deep), 'a.docx', 'XML_TOO_DEEP');
    const fine = makeRawDocx(
      `<!-- ${'<a>'.repeat(900)} -->${wordParagraph('好', '<w:x w:val="a>b"/>'.repeat(900))}`,
    );
    assert.equal((await read(fine, 'a.docx')).text, '好');
  });

  it('is broken without a main part, or with XML that is none', async () => {
    await refuses(
      makeZip([{ name: '[Content_Types].xml' }, { name: 'word/x.xml' }]),
      'a.docx',
      'FILE_BROKEN',
    );
    await refuses(makeRawDocx('<w:p></w:q>'), 'a.docx', 'FILE_BROKEN');
  });

  it('warns of macros, embedded files and outside content', async () => {
    const relations =
      '<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="http://a.example/t.dotm" TargetMode="External"/></Relationships>';
    const file = makeRawDocx(wordParagraph('x'), {
      'word/vbaProject.bin': 'x',
      'word/embeddings/a.xlsx': 'x',
      'word/_rels/document.xml.rels': relations,
    });
    assert.deepEqual((await read(file, 'a.docm')).warnings.sort(), [
      'EMBEDDED_OBJECT',
      'EXTERNAL_CONTENT',
      'MACROS',
    ]);
  });

  it('loses links that run scripts', async () => {
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>';
    const body =
      '<w:p><w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r9"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>';
    assert.equal(
      (await read(makeRawDocx(body, { 'word/_rels/document.xml.rels': relations }), 'a.docx')).html,
      '<p>链接</p>',
    );
  });
});

describe('a PDF file', () => {
  it('gives paragraphs page by page; Chinese lines join without a space', async () => {
    const file = makePdf(
      [
        [
          { text: '示例市交通运输局文件', x: 200, y: 80 },
          { text: '为进一步做好政府信息公开工作现将有关事项', x: 112, y: 120 },
          { text: '通知如下。', y: 148 },
          { text: '二、其他', x: 112, y: 176 },
          { text: '姓名', y: 220 },
          { text: '金额', x: 300, y: 220 },
          { text: '甲', y: 248 },
          { text: '100', x: 300, y: 248 },
        ],
        [{ text: 'second page', y: 100 }],
      ],
      {
        info: { Title: '通知', Author: '张某', CreationDate: "D:20141205093000+08'00'" },
        annotation: '批注',
      },
    );
    const document = await read(file, 'a.pdf');
    assert.deepEqual(document.pages, [
      '示例市交通运输局文件\n为进一步做好政府信息公开工作现将有关事项通知如下。\n二、其他\n姓名\t金额\n甲\t100',
      'second page',
    ]);
    assert.equal(document.text, document.pages?.join('\n'));
    assert.match(document.html, /<table>.*<\/table>\n<hr \/>/su);
    assert.deepEqual(document.properties, {
      title: '通知',
      author: '张某',
      created: '2014-12-05T01:30:00.000Z',
    });
    assert.match(extra(document, 'annotations'), /批注/u);
  });

  it('leaves the bytes it was given as they are', async () => {
    const bytes = new Uint8Array(makePdf([[{ text: '政府信息公开', y: 80 }]]));
    await read(bytes, 'a.pdf');
    assert.equal(bytes.length > 500 && bytes[0], 0x25);
  });

  it('without text, encrypted, cut off or too long is refused by its own code', async () => {
    const whole = makePdf([[{ text: '政府信息公开', y: 80 }]]);
    await refuses(makePdf([[], []]), 'a.pdf', 'PDF_NO_TEXT');
    await refuses(makePdf([[{ text: '字', y: 80 }]], { encrypted: true }), 'a.pdf', 'PDF_ENCRYPTED');
    await refuses(whole.subarray(0, whole.length - 200), 'a.pdf', 'FILE_BROKEN');
    await refuses('%PDF-1.7\n%%EOF', 'a.pdf', 'FILE_BROKEN');
    await refuses(makePdf([[], [], []]), 'a.pdf', 'PDF_TOO_MANY_PAGES', { pageCount: 2 });
  });

  it('warns of pages without text', async () => {
    const document = await read(makePdf([[{ text: '政府信息公开', y: 80 }], []]), 'a.pdf');
    assert.deepEqual(document.warnings, ['PAGES_WITHOUT_TEXT']);
  });
});

describe('a web page', () => {
  const page = `<!DOCTYPE html><html><head><title>关于试点的通知_通知公告_示例市交通运输局</title>
    <meta name="ArticleTitle" content="关于试点的通知"><meta name="PubDate" content="2023-05-06 09:00"><meta name="ContentSource" content="示例市交通运输局"></head>
    <body><div class="nav"><a href="/">首页</a><a href="/zwgk">政务公开</a></div><script>var a=1</script>
    <table><tr><td>索 引 号：</td><td>000000000/2023-00011</td><td>文号：</td><td></td></tr></table>
    <div style="display:none"><a href="http://x.example">隐藏链接</a></div>
    <div id="zoom"><p>各县（市）区交通运输局：</p><p>${'现将有关事项通知如下，请认真贯彻执行。'.repeat(12)}</p><table><tr><th>甲</th><td>1</td></tr></table></div>
    <div class="footer"><a href="/map">网站地图</a></div></body></html>`;

  it('gives the article without navigation, its tags and labelled values, and what was hidden', async () => {
    const document = await read(page, 'a.html');
    assert.equal(document.title, '关于试点的通知');
    assert.equal(document.meta?.PubDate, '2023-05-06 09:00');
    assert.equal(document.meta?.索引号, '000000000/2023-00011');
    assert.equal(document.meta?.文号, undefined);
    assert.match(document.text, /^各县（市）区交通运输局：\n现将/u);
    assert.match(document.text, /甲\t1$/u);
    assert.doesNotMatch(document.text, /首页|网站地图|隐藏/u);
    assert.equal(extra(document, 'hidden'), '隐藏链接');
    assert.deepEqual(document.warnings.sort(), ['ARTICLE_GUESSED', 'HIDDEN_TEXT']);
  });

  it('that is only a document is taken whole', async () => {
    const document = await read('<h1>标题</h1><p>正文</p>', 'a.htm');
    assert.equal(document.text, '标题\n正文');
    assert.deepEqual(document.warnings, []);
  });

  it('in GBK is read by its declaration', async () => {
    const bytes = Buffer.concat([Buffer.from('<meta charset="gb2312"><p>'), GBK_TEXT, Buffer.from('</p>')]);
    const document = await read(bytes, 'a.html');
    assert.equal(document.text, '政府信息');
  });
});

describe('a text file', () => {
  const encodings: [string, Buffer][] = [
    ['UTF-8', Buffer.from('政府信息')],
    ['UTF-8 with mark', Buffer.from('\ufeff政府信息')],
    ['UTF-16 LE with mark', Buffer.from('\ufeff政府信息', 'utf16le')],
    ['UTF-16 BE with mark', Buffer.from('\ufeff政府信息', 'utf16le').swap16()],
    ['GB 18030', GBK_TEXT],
  ];
  for (const [name, bytes] of encodings) {
    it(`in ${name} is read`, async () => assert.equal((await read(bytes, 'a.txt')).text, '政府信息'));
  }

  it('in UTF-16 without mark is read, and said to be guessed', async () => {
    const document = await read(Buffer.from('a 政府\r\nb 信息', 'utf16le'), 'a.txt');
    assert.equal(document.text, 'a 政府\nb 信息');
    assert.deepEqual(document.warnings, ['ENCODING_GUESSED']);
  });

  it('in no known encoding is refused', () =>
    refuses(Buffer.from([0xe9, 0x20, 0xe8, 0x20, 0xff]), 'a.txt', 'TEXT_UNREADABLE'));

  it('keeps markup as text', async () => {
    const document = await read('<script>alert(1)</script> & b', 'a.txt');
    assert.equal(document.html, '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; b</p>');
  });

  it('longer than allowed is refused', () =>
    refuses('字'.repeat(101), 'a.txt', 'TEXT_TOO_LONG', { textLength: 100 }));

  it('of blanks only is read with a warning', async () => {
    assert.deepEqual((await read(' \n ', 'a.txt')).warnings, ['NO_TEXT']);
  });
});

describe('a Markdown file', () => {
  it('becomes headings, tables and text; HTML in it is sanitised', async () => {
    const document = await read(
      '# 标题\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n<img src=x onerror=alert(1)>后',
      'a.md',
    );
    assert.equal(document.title, '标题');
    assert.equal(document.text, '标题\n甲\t乙\n1\t2\n后');
    assert.deepEqual(document.warnings, ['IMAGE_DROPPED']);
  });
});

describe('readDocument', () => {
  it('refuses kinds that other readers read', () => refuses('标题,文号', 'a.csv', 'UNSUPPORTED_TYPE'));
});

describe('the message catalogue', () => {
  it('has a text in both languages for every code, and no others', () => {
    const keys = [
      ...documentErrorCodes.map((code) => `error.${code}`),
      ...warningCodes.map((code) => `document-warning.${code}`),
    ];
    assert.deepEqual(Object.keys(documentTexts).sort(), keys.sort());
    for (const { zh, en } of Object.values(documentTexts))
      assert.ok(/[\u4e00-\u9fff]/u.test(zh) && /[a-z]/u.test(en));
  });
});
