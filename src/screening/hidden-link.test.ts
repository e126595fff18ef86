import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detectHiddenLinks } from './hidden-link.ts';
import { screen, screenDocument } from './screen.ts';
import { verdicts } from './test-support.ts';

const link = '<a href="http://spam.example.com/">news</a>';
const hidden = 'hidden-link.hidden critical';

const found: [string, string, string][] = [
  ['display none', `<div style="display:none">${link}</div>`, hidden],
  ['display none, shouted and spaced', `<DIV STYLE="DISPLAY : NONE !important">${link}</DIV>`, hidden],
  ['visibility', `<p style="visibility:hidden">${link}</p>`, hidden],
  ['opacity', `<p style="opacity:0.00">${link}</p>`, hidden],
  ['the hidden attribute', `<div hidden>${link}</div>`, hidden],
  ['off the screen', `<div style="position:absolute;left:-9999px">${link}</div>`, hidden],
  ['text indent', `<div style="text-indent:-999em">${link}</div>`, hidden],
  ['a box without height', `<div style="height:0;overflow:hidden">${link}</div>`, hidden],
  ['a box of one pixel', `<div style="width:1px;height:1px;overflow:hidden">${link}</div>`, hidden],
  ['no font size', `<span style="font-size:0">${link}</span>`, hidden],
  ['the colour of the ground', `<span style="color:#fff;background:#fff">${link}</span>`, hidden],
  ['a tiny marquee', `<marquee height="1" width="4" scrollamount="3000">${link}</marquee>`, hidden],
  ['the anchor itself', '<a style="display:none" href="//spam.example.com">x</a>', hidden],
  ['noscript', `<noscript>${link}</noscript>`, hidden],
  ['a hidden frame', '<iframe src="https://spam.example.com" width="0" height="0"></iframe>', hidden],
  ['an unclosed parent', `<div style="display:none"><p>${link}`, hidden],
  [
    'a style sheet',
    `<style>.x, .seo { left:-5000px; position:absolute }</style><div class="seo">${link}</div>`,
    'hidden-link.style-sheet warning',
  ],
  [
    'a gambling link in plain view',
    '<a href="http://spam.example.com">凯发k8官网注册</a>',
    'hidden-link.promotion critical',
  ],
  [
    'a gambling link in a comment',
    '<!-- <a href="http://s.example.com">澳门赌场官网</a> -->',
    'hidden-link.promotion warning',
  ],
  [
    'a redirect of search visitors',
    '<script>if(/baidu|sogou/.test(document.referrer)){}; if(document.referrer.indexOf("baidu")>0){location.href="http://s.example.com"}</script>',
    'hidden-link.script critical',
  ],
  [
    'a written hidden block',
    '<script>document.write("<div style=\'display:none\'>")</script>',
    'hidden-link.script critical',
  ],
  [
    'packed code',
    '<script>eval(function(p,a,c,k,e,d){return p}("x",1,1,"".split("|")))</script>',
    'hidden-link.script warning',
  ],
  [
    'a refresh to another site',
    '<meta http-equiv="refresh" content="0;url=http://spam.example.com/">',
    'hidden-link.script critical',
  ],
  [
    'a title in entities',
    '<title>&#x516C;&#x544A;&#x901A;&#x77E5;</title>',
    'hidden-link.encoded-title warning',
  ],
  ['a gambling title', '<title>澳门赌场官网_示例局</title>', 'hijack.gambling critical'],
  ['gambling keywords', '<meta name="keywords" content="博彩平台,澳门赌场官网">', 'hijack.gambling critical'],
];

const passing: [string, string][] = [
  ['a visible link', link],
  ['a hidden link within the site', '<div style="display:none"><a href="/index.html">首页</a></div>'],
  [
    'a hidden link to a government site',
    '<ul style="display:none"><li><a href="http://www.gov.cn/">中国政府网</a></li></ul>',
  ],
  [
    'a menu by style sheet with links of the site',
    '<style>.menu{display:none}</style><ul class="menu"><li><a href="/a">公开</a></li></ul>',
  ],
  [
    'ordinary styles',
    `<div style="width:100px;height:2em;overflow:hidden;left:-10px;opacity:0.9">${link}</div>`,
  ],
  ['a script that counts', '<script>var a=document.referrer;console.log(a)</script>'],
  ['a link after the hidden block', `<div style="display:none">x</div>${link}`],
  ['text about the technique', '<p>display:none 暗链 left:-9999px</p>'],
];

describe('hidden links', () => {
  for (const [name, html, expected] of found)
    it(`are found by ${name}`, () => assert.deepEqual(verdicts(detectHiddenLinks(html)), [expected]));
  for (const [name, html] of passing)
    it(`are not: ${name}`, () => assert.deepEqual(verdicts(detectHiddenLinks(html)), []));

  it('to the agency itself pass', () => {
    assert.deepEqual(detectHiddenLinks(`<div hidden>${link}</div>`, ['spam.example.com']), []);
  });

  it('are marked at their place in the markup', () => {
    const html = `<p>前文</p><div style="display:none">${link}</div>`;
    const [finding] = screen({ text: '前文', html });
    assert.equal(html.slice(finding!.start, finding!.end), link);
    assert.equal(finding!.field, 'html');
    assert.equal(screenDocument({ fields: [{ name: 'body', text: '前文', html }] })[0]!.field, 'body#html');
  });

  it('in markup that nests without end are given up with a warning', () => {
    assert.deepEqual(verdicts(detectHiddenLinks('<div>'.repeat(100_000) + link)), [
      'hidden-link.too-deep warning',
    ]);
  });
});
