import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DocumentError, type DocumentErrorCode } from './errors.ts';
import { sniff } from './sniff.ts';
import { makePdf, makeRawDocx, makeZip } from './testing.ts';

const bin = (text: string, size = 64) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(size)]);
const cfb = (stream: string) =>
  Buffer.concat([
    bin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 512),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(64),
  ]);
const docx = makeRawDocx('');
const pdf = makePdf([[{ text: '字', y: 80 }]]);
const xlsx = makeZip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }]);
const png = bin('\x89PNG\r\n\x1a\n');

const kinds: [string, Buffer, string][] = [
  ['a.docx', docx, 'docx'],
  ['A.DOCX', docx, 'docx'],
  ['a', docx, 'docx'],
  ['a.pdf', pdf, 'pdf'],
  ['a.xlsx', xlsx, 'xlsx'],
  ['a.ofd', makeZip([{ name: 'OFD.xml' }]), 'ofd'],
  ['a.zip', makeZip([{ name: 'b.txt' }]), 'zip'],
  ['a.txt', Buffer.from('政府信息'), 'txt'],
  ['a.txt', Buffer.from('\ufeff政府', 'utf16le'), 'txt'],
  ['a.md', Buffer.from('# 标题'), 'markdown'],
  ['a.csv', Buffer.from('标题,文号'), 'csv'],
  ['a.json', Buffer.from('{}'), 'json'],
  ['a.html', Buffer.from('<p>x'), 'html'],
  ['a', Buffer.from('<!DOCTYPE html><p>x'), 'html'],
  ['readme', Buffer.from('text'), 'txt'],
  ['a.png', png, 'png'],
  ['a.txt', Buffer.from('文件以 %PDF-1.7 开头'), 'txt'],
  ['a.pdf', Buffer.concat([Buffer.from('\n\n'), pdf]), 'pdf'],
  ['MZ.txt', Buffer.from('MZ is no program'), 'txt'],
];

const refusals: [string, Buffer, DocumentErrorCode][] = [
  ['a.docx', Buffer.alloc(0), 'FILE_EMPTY'],
  ['a.docx', bin('MZ\x90', 300), 'TYPE_MISMATCH'],
  ['a.docx', png, 'TYPE_MISMATCH'],
  ['a.docx', pdf, 'TYPE_MISMATCH'],
  ['a.docx', xlsx, 'TYPE_MISMATCH'],
  ['a.docx', makeZip([{ name: 'b.txt' }]), 'TYPE_MISMATCH'],
  ['a.pdf', Buffer.from('<html><body>登录</body></html>'), 'TYPE_MISMATCH'],
  ['a.pdf', Buffer.from('text'), 'TYPE_MISMATCH'],
  ['a.doc', Buffer.from('<html>'), 'TYPE_MISMATCH'],
  ['a.doc', docx, 'TYPE_MISMATCH'],
  ['a.txt', bin('\x01\x02\x03'), 'TYPE_MISMATCH'],
  ['a.exe', bin('MZ\x90', 300), 'UNSUPPORTED_TYPE'],
  ['a.rtf', bin('{\\rtf1'), 'UNSUPPORTED_TYPE'],
  ['a.rar', bin('Rar!\x1a\x07'), 'UNSUPPORTED_TYPE'],
  ['a.bin', bin('\x01\x02'), 'UNSUPPORTED_TYPE'],
  ['a.odt', makeZip([{ name: 'content.xml' }]), 'UNSUPPORTED_TYPE'],
  ['a.xyz', Buffer.from('text'), 'UNSUPPORTED_TYPE'],
  ['a.doc', cfb('WordDocument'), 'LEGACY_DOC'],
  ['a.docx', cfb('WordDocument'), 'LEGACY_DOC'],
  ['a.xls', cfb('Workbook'), 'LEGACY_XLS'],
  ['a.et', cfb('Workbook'), 'LEGACY_XLS'],
  ['a.wps', cfb('WordDocument'), 'LEGACY_WPS'],
  ['a.ppt', cfb('PowerPoint Document'), 'LEGACY_PPT'],
  ['a', cfb('Something'), 'LEGACY_OFFICE'],
  ['a.docx', cfb('EncryptedPackage'), 'OFFICE_ENCRYPTED'],
  ['a.xlsx', cfb('EncryptedPackage'), 'OFFICE_ENCRYPTED'],
  ['a.docx', docx.subarray(0, 100), 'ZIP_BROKEN'],
];

describe('sniff', () => {
  for (const [name, content, kind] of kinds) {
    it(`takes ${name} for ${kind}`, () => assert.equal(sniff(content, name).kind, kind));
  }
  for (const [name, content, code] of refusals) {
    it(`refuses ${name} with ${code}`, () => {
      assert.throws(
        () => sniff(content, name),
        (error) => error instanceof DocumentError && error.code === code,
      );
    });
  }
  it('refuses what is too large', () => {
    assert.throws(() => sniff(Buffer.from('text'), 'a.txt', { fileBytes: 3 }), { code: 'FILE_TOO_LARGE' });
  });
});
