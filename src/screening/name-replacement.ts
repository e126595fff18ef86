import type { Hit, Subject } from './detect.ts';

/** Full names of common departments; shorter ones (办公室, 中心) follow lawful platform names too often. */
const DEPARTMENTS =
  '交通运输|教育体育|教育|财政|民政|司法|公安|统计|水利|审计|农业农村|自然资源|生态环境|市场监督管理|人力资源和社会保障|发展和改革|发展改革|住房和城乡建设|城市管理|商务|科学技术|卫生健康|文化和旅游|文化旅游|退役军人事务|应急管理|医疗保障|林业|税务|气象|体育';

/** A Latin name or a domain where the place should stand: 'puroview.com交通运输局'. */
const LATIN_BEFORE_ORGAN = new RegExp(
  `(?<![a-z0-9.@/_-])(?:[a-z0-9-]{2,40}\\.(?:com|net|cc|vip|xyz|org|top|club|info|app|tv)|[a-z]{3,20}\\d{0,4})[市县区州]?(?:(?:${DEPARTMENTS})(?:局|厅|委员会)|人民政府)`,
  'g',
);
/** A domain in the place of a place name before a street: 'puroview.com县前路115号'. */
const DOMAIN_BEFORE_STREET =
  /(?<![a-z0-9.@/_-])[a-z0-9-]{2,40}\.(?:com|net|cc|vip|xyz|org|top)[\u4e00-\u9fff]{1,6}(?:路|街|大道)\d{1,5}号/g;
const ORGAN = `[市县区州省]?(?:(?:${DEPARTMENTS})(?:局|厅)|人民政府)`;

/** A trade before a department, with or without a call between: 'XX娱乐财政局', 'XX体育平台区人民政府'. */
const TRADE_BEFORE_ORGAN = new RegExp(
  `([\\u4e00-\\u9fffa-z0-9]{2,8})(体育|娱乐|电竞)(?:平台|官网|app|网址|主页|官方网站)?${ORGAN}`,
  'g',
);
/** A house or a trade of gambling before an organ needs no brand: 'XX娱乐城办公厅', '博彩平台财政局'. */
const GAMBLING_BEFORE_ORGAN = new RegExp(
  `(?:娱乐城|赌场|(?:博彩|投注|棋牌|赌博)(?:平台|网站?|网址|公司|官网|app)?|老虎机|时时彩|百家乐|六合彩|真人视讯)(?:${ORGAN}|办公厅|政府信息公开|政务公开)`,
  'g',
);
/** Lawful names in which 体育 stands before another department's name. */
const LAWFUL_HEAD = /(?:文化|教育|旅游|广电|卫生|科技|全民|群众|竞技|学校|青少年|[市县区省州旗和与及、])$/;

/** The organ of a disclosure guide or report, at the start of a line or of a quoted title. */
const REPORT_SUBJECT =
  /(?:^|\n|《)([\u4e00-\u9fffa-z0-9]{2,12}?(?:体育|娱乐|app|官网|网址|电竞))(?:\d{4}年(?:度)?)?政府信息公开(?:指南|工作|年度|年报|目录|制度|暂行办法|办法|规定)/g;
const LAWFUL_SUBJECT = /(?:[省市县区州旗]|文化|教育|旅游|广电|文旅|教育和|文化和).{0,6}体育$/;

/** A site named as the government's own, with its address. */
const PORTAL =
  /(?:政府|门户|政务|信息公开|官方)(?:门户)?网(?:站)?(?:首页)?[”"]? ?(?:[(:,]|网址|为|是|地址)* ?(?:https?:\/\/)?((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,6})(?![a-z0-9@-])/g;
const PUBLIC_HOST =
  /(?:^|\.)(?:gov\.cn|gov\.mo|gov\.hk|gov|edu\.cn|org\.cn|ac\.cn|mil\.cn|weibo\.com|qq\.com|12371\.cn|people\.com\.cn|xinhuanet\.com|news\.cn|12345\.cn|政务|公益)$/;

function hitsOf(
  text: string,
  pattern: RegExp,
  code: Hit['code'],
  severity: Hit['severity'],
  accept: (match: RegExpExecArray) => boolean,
): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(pattern)) {
    if (accept(match)) hits.push({ code, severity, start: match.index, end: match.index + match[0].length });
  }
  return hits;
}

function isForeignPortal(host: string): boolean {
  // A .cn host may be an agency's old one; only other endings are strange for a government portal.
  return !PUBLIC_HOST.test(host) && !/\.cn$/.test(host);
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Before the department's own part of the name stands something that is neither the place nor grammar. */
function foreignPrefixes(text: string, agencyName: string): Hit[] {
  const parts = /^(.{2,12}?[省市县区州旗盟])(.{3,20})$/.exec(agencyName);
  if (!parts) return [];
  const [, place, core] = parts as unknown as [string, string, string];
  const pattern = new RegExp(
    `([a-z0-9.]{2,20}|[\\u4e00-\\u9fff]{0,8}(?:体育|娱乐|官网|平台|网址|博彩|app))${escapeForPattern(core)}`,
    'g',
  );
  return hitsOf(
    text,
    pattern,
    'hijack.name-replaced',
    'critical',
    (match) => !match[1]!.endsWith(place) && !/^\d+$/.test(match[1]!),
  );
}

/**
 * Agency names that were replaced: a domain, Latin name or promotion word where the place stands, the subject
 * of a disclosure report that is no organ, or a foreign domain given as the government portal.
 * @param agencyName official name of the agency that publishes, if known
 */
export function replacedNames(subject: Subject, agencyName?: string): Hit[] {
  const text = subject.normalised.folded;
  const name = 'hijack.name-replaced';
  return [
    ...hitsOf(
      text,
      LATIN_BEFORE_ORGAN,
      name,
      'critical',
      (match) => !/^(?:gdp|app|wto|ppp|epc|ofd|pdf|vpn|docx?|xlsx?)/.test(match[0]),
    ),
    ...hitsOf(text, DOMAIN_BEFORE_STREET, name, 'critical', () => true),
    ...hitsOf(text, TRADE_BEFORE_ORGAN, name, 'warning', (match) => !LAWFUL_HEAD.test(match[1]!)),
    ...hitsOf(text, GAMBLING_BEFORE_ORGAN, name, 'critical', () => true),
    ...hitsOf(text, REPORT_SUBJECT, name, 'critical', (match) => !LAWFUL_SUBJECT.test(match[1]!)),
    ...hitsOf(text, PORTAL, 'hijack.foreign-portal', 'warning', (match) => isForeignPortal(match[1]!)),
    ...(agencyName ? foreignPrefixes(text, agencyName.normalize('NFKC').toLowerCase()) : []),
  ];
}
