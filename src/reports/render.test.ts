import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { sanitiseHtml } from '../documents/index.ts';
import { allTexts } from '../platform/index.ts';
import { barImage } from './chart.ts';
import type { YearlyReport } from './contract.ts';
import { reportDocx } from './docx.ts';
import { REPORT_ERRORS } from './errors.ts';
import { reportHtml, reportPage } from './html.ts';
import './labels.ts';

const REPORT: YearlyReport = {
  agency: 'CSJT',
  agencyName: '测试市交通运输局',
  year: 2014,
  form: '2014',
  proactive: {
    total: 162,
    byCategory: { 权力运行类: 17, 财政资金类: 14, 人事党建及廉政类: 33, 公共服务类: 98 },
  },
  timeliness: { limitDays: 20, inTime: 158, late: 4, notMeasured: 0, medianWorkingDays: 6.5 },
  changes: { amended: 3, repealed: 2, withdrawn: 1 },
  requests: { received: 0, answered: 0 },
  remedies: { reconsiderations: 0, lawsuits: 0, complaints: 0, reports: 0 },
  texts: { overview: '概述', difficulties: '困难', plan: '安排\n| 任务 | 牵头 |\n| 培训 | 办公室 |' },
  generatedAt: '2015-01-12T07:00:00.000Z',
  logSize: 180,
};
const NONE: YearlyReport = {
  ...REPORT,
  proactive: { total: 0, byCategory: { 权力运行类: 0 } },
  timeliness: { limitDays: 20, inTime: 0, late: 0, notMeasured: 0, medianWorkingDays: null },
};
const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

describe('the report as HTML', () => {
  for (const language of ['zh', 'en'] as const)
    it(`holds every figure, a chart with its words, and no script (${language})`, () => {
      const html = reportHtml(REPORT, language);
      for (const figure of ['162', '17', '14', '33', '98', '158', '6.5'])
        assert.ok(html.includes(figure), figure);
      assert.match(html, /<svg role="img" aria-label="[^"]*98/);
      assert.doesNotMatch(html, /<script|javascript:|\son\w+=|https?:\/\/(?!www\.w3\.org)/i);
    });

  it('says in words that there were no requests and no remedies', () => {
    const html = reportHtml(REPORT, 'zh');
    assert.match(html, /全年未收到依申请公开/);
    assert.match(html, /全年未发生因政府信息公开引起的行政复议、行政诉讼/);
    const some = reportHtml({ ...REPORT, requests: { received: 3, answered: 2 } }, 'zh');
    assert.match(some, /申请3件，已答复2件/);
  });

  it('escapes what the officer and the agency’s name bring', () => {
    const hostile = {
      ...REPORT,
      agency: 'X',
      agencyName: HOSTILE,
      proactive: { total: 1, byCategory: { [HOSTILE]: 1 } },
      texts: { overview: HOSTILE, difficulties: `| ${HOSTILE} |`, plan: HOSTILE },
    };
    assert.doesNotMatch(reportPage(hostile, 'zh'), /<script|<img src=x/);
  });

  it('makes a page of a year in which nothing was published', () => {
    assert.match(reportHtml(NONE, 'zh'), /2014年未主动公开政府信息/);
    assert.doesNotMatch(reportHtml(NONE, 'zh'), /<svg|NaN/);
  });

  it('keeps figures and bars when it becomes an item’s text', () => {
    const kept = sanitiseHtml(reportHtml(REPORT, 'zh', 'bars'));
    for (const figure of ['162', '17', '14', '33', '98'])
      assert.ok(kept.includes(`<td>${figure}</td>`) || kept.includes(figure));
    assert.equal(kept.match(/<img src="data:image\/png;base64,/g)?.length, 4);
    assert.match(kept, /alt="公共服务类98条"/);
  });
});

describe('the report as a Word file', () => {
  it('opens and holds the figures, the plan’s table and the page of GB/T 9704', async () => {
    const parts = unzipSync(new Uint8Array(await reportDocx(REPORT)));
    const document = strFromU8(parts['word/document.xml']!);
    const text = document.replace(/<[^>]+>/g, '');
    assert.match(
      text,
      /主动公开政府信息162条，其中权力运行类17条、财政资金类14条、人事党建及廉政类33条、公共服务类98条/,
    );
    assert.match(text, /培训办公室/);
    const twip = (mm: number) => Math.round((mm / 25.4) * 1440);
    const near = (name: string, mm: number) => {
      const value = Number(
        new RegExp(`w:${name}="(\\d+)`).exec(document.slice(document.indexOf('<w:sectPr')))?.[1],
      );
      assert.ok(Math.abs(value - twip(mm)) <= 1, `${name} is ${value}`);
    };
    for (const [name, mm] of [
      ['w', 210],
      ['h', 297],
      ['top', 37],
      ['left', 28],
      ['right', 26],
      ['bottom', 35],
    ] as const)
      near(name, mm);
    assert.match(document, /w:eastAsia="仿宋"/);
    assert.match(document, /w:eastAsia="方正小标宋简体"/);
    assert.match(document, /<w:sz w:val="32"\/>/);
  });

  it('is made of a year without anything too', async () => {
    const parts = unzipSync(new Uint8Array(await reportDocx(NONE)));
    assert.match(strFromU8(parts['word/document.xml']!), /未主动公开/);
  });
});

describe('a bar', () => {
  it('is a PNG of its size with the pixels it promises', () => {
    const png = barImage(100, 14);
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [100, 14]);
    const at = png.indexOf('IDAT');
    const data = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    assert.equal(data.length, 14 * (1 + 13));
  });
});

it('every code has its text', () => {
  for (const code of REPORT_ERRORS) assert.ok(allTexts().has(`error.${code}`), code);
});
