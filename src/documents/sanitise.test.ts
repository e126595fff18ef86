import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import secondSanitiser from 'sanitize-html';
import { htmlToText } from './html-text.ts';
import { sanitiseHtml } from './sanitise.ts';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';

/** input → output: structure that is kept, put right or thrown away. */
const table: [string, string, string][] = [
  ['loose text becomes a paragraph', '你好<b>世界</b>', '<p>你好<strong>世界</strong></p>'],
  [
    'marks move inside blocks',
    '<b><p>一</p><p>二</p></b>',
    '<p><strong>一</strong></p>\n<p><strong>二</strong></p>',
  ],
  ['a wrapping line end in Chinese is no space', '<p>政府\n  信息</p>', '<p>政府信息</p>'],
  ['a line end between words is a space', '<p>open\n  data</p>', '<p>open data</p>'],
  ['scripts go with their content', 'a<script>alert(1)</script>b', '<p>ab</p>'],
  ['styles and frames go', '<style>p{}</style><iframe src=x>y</iframe><p>a</p>', '<p>a</p>'],
  ['event handlers go', '<p onclick="x()" style="color:red">a</p>', '<p>a</p>'],
  [
    'text-align stays',
    '<p style="color:red; TEXT-ALIGN: Center">a</p>',
    '<p style="text-align:center">a</p>',
  ],
  ['old alignment is translated', '<div align="right"><p>a</p></div>', '<p style="text-align:right">a</p>'],
  ['hidden elements go', '<p>a<span style="display : none">博彩</span></p><div hidden>b</div>', '<p>a</p>'],
  [
    'off-screen elements go',
    '<div style="position:absolute;left:-9999px"><a href="http://x/">x</a></div>',
    '',
  ],
  ['font-size 0 hides', '<p>a<font style="font-size:0px">b</font></p>', '<p>a</p>'],
  ['javascript links lose their link', '<a href="java\nscript:alert(1)">x</a>', '<p>x</p>'],
  ['protocol-relative links go', '<a href="//evil.example/">x</a>', '<p>x</p>'],
  [
    'http, mailto and relative links stay',
    '<a href="http://a.cn/?a=1&b">x</a>',
    '<p><a href="http://a.cn/?a=1&amp;b">x</a></p>',
  ],
  ['data links go', '<a href="data:text/html,x">x</a>', '<p>x</p>'],
  ['bitmaps stay', `<img src="${PNG}" onerror=x alt="图">`, `<p><img src="${PNG}" alt="图" /></p>`],
  ['svg pictures go', '<img src="data:image/svg+xml;base64,AAAA">', ''],
  ['pictures from elsewhere go', '<img src="https://a.cn/x.png">', ''],
  ['srcset goes', `<img src="${PNG}" srcset="https://a.cn/x.png 2x">`, `<p><img src="${PNG}" alt="" /></p>`],
  [
    'attachment references stay',
    '<img src="attachment:abc.1">',
    '<p><img src="attachment:abc.1" alt="" /></p>',
  ],
  ['attachment paths cannot climb', '<img src="/attachments/../log">', ''],
  [
    'tables keep their spans',
    '<table border=1><caption>表1</caption><tr><th scope=col colspan=2>甲</th></tr><tr><td rowspan="1">1</td><td align=right>2</td></tr></table>',
    '<table><caption>表1</caption><tbody><tr><th colspan="2" scope="col">甲</th></tr><tr><td>1</td><td style="text-align:right">2</td></tr></tbody></table>',
  ],
  [
    'text between cells moves before the table',
    '<table>x<tr><td>1</td></tr></table>',
    '<p>x</p>\n<table><tbody><tr><td>1</td></tr></tbody></table>',
  ],
  ['cells outside a table become paragraphs', '<td>1</td><td>2</td>', '<p>1</p>\n<p>2</p>'],
  [
    'nested lists join their entry',
    '<ul><li>a</li><ul><li>b</li></ul></ul>',
    '<ul><li><p>a</p><ul><li>b</li></ul></li></ul>',
  ],
  [
    'Word paste is cleaned, literal numbering stays',
    '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">一、<span style="font:7pt">  </span></span><![endif]>总则<o:p></o:p></p><xml><w:WordDocument>x</w:WordDocument></xml>',
    '<p>一、 总则</p>',
  ],
  ['empty paragraphs go', '<p>&nbsp;</p><p><br></p><p>a</p>', '<p>a</p>'],
  ['preformatted text keeps its lines', '<pre>\n\n a\n  b</pre>', '<pre> a\n  b</pre>'],
  ['text is escaped', '&lt;script&gt; &amp;amp;', '<p>&lt;script&gt; &amp;amp;</p>'],
  ['svg tricks go', '<svg><style><img src=x onerror=alert(1)></style></svg>a', '<p>a</p>'],
  [
    'noscript and template tricks go',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '',
  ],
  [
    'figures keep their captions',
    `<figure><img src="${PNG}"><figcaption>图1</figcaption></figure>`,
    `<figure><p><img src="${PNG}" alt="" /></p><figcaption>图1</figcaption></figure>`,
  ],
];

describe('sanitiseHtml', () => {
  for (const [name, input, output] of table) {
    it(name, () => assert.equal(sanitiseHtml(input), output));
  }

  it('changes nothing the second time, and a second sanitiser finds nothing to remove', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const once = sanitiseHtml(html);
        assert.equal(sanitiseHtml(once), once);
        assert.equal(secondSanitiser(once, strict), once);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same text before and after being sanitised twice', () => {
    fc.assert(
      fc.property(
        hostileHtml,
        (html) => htmlToText(sanitiseHtml(html)) === htmlToText(sanitiseHtml(sanitiseHtml(html))),
      ),
    );
  });

  it('flattens a hundred thousand nested elements instead of falling over', () => {
    const html = `${'<div><b>'.repeat(50_000)}深${'</b></div>'.repeat(50_000)}<p>后</p>`;
    assert.equal(htmlToText(sanitiseHtml(html)), '深\n后');
  });

  it('survives nested tables, lists and quotations of the same depth', () => {
    for (const tag of ['table><tr><td', 'ul><li', 'blockquote', 'svg', 'form']) {
      assert.doesNotThrow(() => sanitiseHtml(`<${tag}>`.repeat(30_000)));
    }
  });

  it('takes linear time whatever it is given', () => {
    const pieces = [
      '<a>x ',
      ' ',
      ' \n',
      '</zz>',
      '&',
      '<p ',
      '<td></td>',
      '<a href="',
      '<b>',
      '<![CDATA[',
      '　',
      '<br>',
      '<p style="/*',
    ];
    for (const piece of pieces) {
      htmlToText(sanitiseHtml(`<table><tr><td>${piece.repeat(200_000)}x`));
      htmlToText(sanitiseHtml(`<pre><div>${piece.repeat(200_000)}x`));
    }
  });

  it('leaves out pictures past the limit', () => {
    const big = `<img src="data:image/png;base64,${'A'.repeat(4000)}">`;
    assert.equal(sanitiseHtml(big, { imageBytes: 100 }), '');
    assert.equal(sanitiseHtml(big + big, { imagesBytes: 4000 }).match(/<img/gu)?.length, 1);
  });
});

describe('htmlToText', () => {
  it('puts blocks on lines and cells between tabs', () => {
    const html =
      '<h1>标题</h1><table><caption>表</caption><tr><td>1</td><td><p>2</p><p>3</p></td></tr></table><ul><li>a<br>b</li></ul>';
    assert.equal(htmlToText(sanitiseHtml(html)), '标题\n表\n1\t2 3\na\nb');
  });

  it('keeps empty cells in their place', () => {
    assert.equal(htmlToText('<table><tr><td></td><td>x</td><td></td></tr></table>'), '\tx');
  });
});

const strict = {
  allowedTags:
    'h1 h2 h3 h4 h5 h6 p ul ol li table caption thead tbody tfoot tr th td img a sup sub strong em u s blockquote pre code br hr figure figcaption'.split(
      ' ',
    ),
  allowedAttributes: {
    '*': ['style'],
    a: ['href', 'title'],
    img: ['src', 'alt', 'width', 'height'],
    td: ['colspan', 'rowspan', 'style'],
    th: ['colspan', 'rowspan', 'scope', 'style'],
    ol: ['start', 'type'],
  },
  allowedStyles: { '*': { 'text-align': [/^(?:left|right|center|justify)$/u] } },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['data', 'attachment'] },
  allowProtocolRelative: false,
};

const tags =
  'p div span b i a table tr td th tbody thead caption ul ol li h1 h2 pre blockquote figure figcaption br hr img script style svg math textarea title noscript template center font form o:p xml select iframe'.split(
    ' ',
  );
const attributeText = fc.constantFrom(
  '',
  ' href="http://a.cn/"',
  ' href="javascript:alert(1)"',
  ' href=" /x?a=1&amp;b=\'2"',
  ' style="text-align:center"',
  ' style="display:none"',
  ' align=right',
  ` src="${PNG}"`,
  ' src=x onerror=alert(1)',
  ' colspan=3 rowspan="0"',
  ' start=5 type=a',
  ' title="<b>&quot;"',
);
const hostileHtml = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '文字',
        ' ',
        '\n',
        '&nbsp;',
        '&lt;',
        '<',
        '>',
        '&',
        '"',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '　',
        'a b',
        '\u0000',
      ),
      fc.tuple(fc.constantFrom(...tags), attributeText).map(([tag, attributes]) => `<${tag}${attributes}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag}>`),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
