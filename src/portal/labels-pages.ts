import type { Catalogue } from '../platform/index.ts';

/** Texts of the sections, lists and home page. */
const columnTexts = {
  'about.home': {
    zh: '依照《中华人民共和国政府信息公开条例》公开政府信息，可检索、可查阅、可下载、可核验。',
    en: 'Government information published under the Regulations on Open Government Information: search, read, download, verify.',
  },
  'about.guide': {
    zh: '政府信息的分类、编排和获取方式，以及信息公开工作机构的名称、地址和联系方式。',
    en: 'How the information is arranged and obtained, and how to reach the office in charge.',
  },
  'about.catalogue': {
    zh: '主动公开的政府信息，可按类别、科室（单位）、年份、体裁和有效性查找。',
    en: 'Everything disclosed proactively, by category, unit, year, genre and validity.',
  },
  'about.annual-reports': {
    zh: '历年政府信息公开工作年度报告，长期保留。',
    en: 'The yearly reports on disclosure work, kept for good.',
  },
  'about.regulations': {
    zh: '政府信息公开的法规、规章和本机关的工作制度。',
    en: 'Laws and rules on disclosure, and the agency’s own procedures.',
  },
  'about.requests': {
    zh: '没有主动公开的政府信息，可以向制作或保存它的行政机关申请获取。',
    en: 'What is not disclosed proactively can be requested from the agency that made or holds it.',
  },
  'about.supervision': {
    zh: '信息公开的监督、考核、社会评议和责任追究，以及投诉举报的途径。',
    en: 'How disclosure is supervised and assessed, and how to complain.',
  },
  latest: { zh: '最新公开', en: 'Latest' },
  'all-items': { zh: '查看全部', en: 'See all' },
  sections: { zh: '栏目', en: 'Sections' },
  'by-category': { zh: '分类统计', en: 'By category' },
  agencies: { zh: '公开机构', en: 'Agencies' },
  'items-count': { zh: '{count} 条', en: '{count} items' },
  'published-total': { zh: '已公开政府信息 {count} 条', en: '{count} items published' },
  'how-timely': { zh: '公开是否及时', en: 'How timely' },
  'timely-words': {
    zh: '最近公开并载明成文日期的 {count} 条信息中，{inTime} 条在法定的 {limit} 个工作日内公开，{late} 条超过期限；通常用时 {median} 个工作日。',
    en: 'Of the latest {count} items with a date formed, {inTime} were published within the statutory {limit} working days and {late} later; the usual time is {median} working days.',
  },
  'timely-none': {
    zh: '还没有可以计算公开用时的信息。',
    en: 'There is no item yet whose time to publication can be worked out.',
  },
  'nothing-yet': { zh: '这个栏目还没有公开的信息。', en: 'Nothing has been published in this section yet.' },
  'nothing-here': {
    zh: '没有符合所选条件的信息。请减少条件再试。',
    en: 'Nothing matches what you chose. Remove a filter and try again.',
  },
  'in-this-section': { zh: '本栏目信息', en: 'In this section' },
  'more-in-section': { zh: '本栏目其他信息', en: 'Also in this section' },
  'read-as-item': { zh: '查看公开信息、附件和核验方式', en: 'Details, attachments and verification' },
  'all-categories': { zh: '全部类别', en: 'All categories' },
  category: { zh: '类别', en: 'Category' },
  unit: { zh: '科室（单位）', en: 'Unit' },
  year: { zh: '公开年份', en: 'Year published' },
  genre: { zh: '体裁', en: 'Genre' },
  validity: { zh: '有效性', en: 'Validity' },
  filters: { zh: '查找条件', en: 'Filters' },
  'remove-filter': { zh: '取消条件：{name}', en: 'Remove filter: {name}' },
  'clear-filters': { zh: '清除全部条件', en: 'Clear all' },
  'result-range': { zh: '共 {total} 条，第 {from}–{to} 条', en: '{from}–{to} of {total}' },
  pages: { zh: '分页', en: 'Pages' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  'page-of': { zh: '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },
  order: { zh: '排序', en: 'Order' },
  'order.newest': { zh: '最新在前', en: 'Newest first' },
  'order.oldest': { zh: '最早在前', en: 'Oldest first' },
  'order.updated': { zh: '最近变动', en: 'Last changed' },
  'order.relevance': { zh: '最相关', en: 'Most relevant' },
  'year-heading': { zh: '{year}年', en: '{year}' },
} satisfies Catalogue;

/** Texts of an item's page. */
const itemTexts = {
  'index-number': { zh: '索引号', en: 'Index number' },
  'issuing-agency': { zh: '发布机构', en: 'Issuing agency' },
  'document-number': { zh: '文号', en: 'Document number' },
  'formed-on': { zh: '成文日期', en: 'Date formed' },
  'published-on': { zh: '发布日期', en: 'Date published' },
  subject: { zh: '主题分类', en: 'Subject' },
  keywords: { zh: '关键词', en: 'Keywords' },
  summary: { zh: '内容概述', en: 'Summary' },
  attribute: { zh: '公开方式', en: 'Disclosure' },
  version: { zh: '版本', en: 'Version' },
  'version-number': { zh: '第 {version} 版', en: 'Version {version}' },
  metadata: { zh: '信息要素', en: 'About this document' },
  content: { zh: '正文', en: 'Text' },
  'no-body': { zh: '内容见附件。', en: 'The content is in the attachments.' },
  attachments: { zh: '附件', en: 'Attachments' },
  download: { zh: '下载', en: 'Download' },
  table: { zh: '表格，可左右滚动', en: 'Table, scrolls sideways' },
  'repealed-title': { zh: '本文件已废止', en: 'This document has been repealed' },
  'repealed-text': {
    zh: '自 {date} 起废止，不再作为依据，内容保留供查阅。',
    en: 'Repealed on {date}. It no longer applies and is kept for reference.',
  },
  'amended-text': {
    zh: '本信息于 {date} 有变动（{change}），以下为现行内容。',
    en: 'This item was changed on {date} ({change}); what follows is the present text.',
  },
  'because-of': { zh: '原因：{reason}', en: 'Reason: {reason}' },
  timeliness: { zh: '公开用时', en: 'Time to publication' },
  'timeliness.in-time': {
    zh: '成文后 {days} 个工作日公开，在法定的 {limit} 个工作日之内。',
    en: 'Published {days} working days after it was formed, within the statutory {limit}.',
  },
  'timeliness.late': {
    zh: '成文后 {days} 个工作日公开，超过法定的 {limit} 个工作日，逾期 {late} 个工作日。',
    en: 'Published {days} working days after it was formed: {late} working days past the statutory {limit}.',
  },
  'timeliness.no-date': {
    zh: '没有载明成文日期，无法计算。',
    en: 'No date formed is stated, so it cannot be worked out.',
  },
  'timeliness.not-governed': {
    zh: '形成于《条例》施行（2008年5月1日）以前，没有法定公开期限。',
    en: 'Formed before the Regulations took effect on 1 May 2008; no limit applied.',
  },
  'why-so': { zh: '如何计算', en: 'How this is counted' },
  history: { zh: '公开记录', en: 'Public record' },
  'history-caption': {
    zh: '本信息自首次公开以来的全部变动',
    en: 'Everything that happened to this item since it was first published',
  },
  when: { zh: '时间', en: 'When' },
  what: { zh: '事项', en: 'What' },
  reason: { zh: '原因', en: 'Reason' },
  'log-entry': { zh: '日志序号', en: 'Log entry' },
  proof: { zh: '证明', en: 'Proof' },
  'see-version': { zh: '查看第 {version} 版', en: 'See version {version}' },
  'current-version': { zh: '现行版本', en: 'Present version' },
  'content-withdrawn': { zh: '内容已撤回', en: 'Content withdrawn' },
  signed: { zh: '签名与核验', en: 'Signed and verifiable' },
  'signed-words': {
    zh: '{agency}于 {at}（北京时间）把本页的标题、要素、正文和全部附件登记为公开日志第 {number} 条，并作了电子签名。此后哪怕改动一个字，也与签名对不上。',
    en: 'On {at} (Beijing time) {agency} entered the title, details, text and all attachments of this page as entry {number} of its publication log, and signed it. If a single character were changed afterwards, the signature would no longer fit.',
  },
  'signed-log': {
    zh: '日志现有 {size} 条，只能续写，不能改写或删除。',
    en: 'The log now has {size} entries; it can only be added to, never rewritten.',
  },
  'proof-download': { zh: '下载公开证明', en: 'Download the proof' },
  'proof-note': {
    zh: '证明文件可脱离本网站核验。',
    en: 'The proof can be checked without this website.',
  },
  'how-to-verify': { zh: '怎样核验', en: 'How to verify' },
  'for-experts': { zh: '技术信息', en: 'Technical details' },
  'record-hash': { zh: '公开记录 SHA-256', en: 'SHA-256 of the record' },
  'leaf-hash': { zh: '日志叶节点哈希', en: 'Leaf hash' },
  citation: { zh: '引用格式', en: 'Cite as' },
  'printed-from': { zh: '打印自 {url}', en: 'Printed from {url}' },
  'earlier-version': { zh: '这是历史版本', en: 'This is an earlier version' },
  'earlier-version-text': {
    zh: '这是 {date} 公开的第 {version} 版，已被后来的版本取代，仅供查考。',
    en: 'This is version {version}, published on {date}. A later version has replaced it; it is kept for reference.',
  },
  'go-to-current': { zh: '查看现行版本', en: 'See the present version' },
  'withdrawn-title': { zh: '这条信息已撤回', en: 'This item was withdrawn' },
  'withdrawn-text': {
    zh: '{agency}于 {date} 撤回了这条信息，标题、正文和附件不再提供。撤回本身登记在公开日志中。',
    en: '{agency} withdrew this item on {date}. Its title, text and attachments are no longer available. The withdrawal itself is on record in the log.',
  },
  'withdrawn-on': { zh: '撤回日期', en: 'Withdrawn on' },
  'withdrawn-because': { zh: '撤回原因', en: 'Reason' },
  'withdrawn-holders': {
    zh: '如果您保存过原文件，仍可用原来的公开证明核验它是否与当时公开的内容一致。',
    en: 'If you kept the original file, the proof you hold still shows whether it is what was published then.',
  },
} satisfies Catalogue;

/** Texts of the search page. */
const searchTexts = {
  'search-title': { zh: '检索：{query}', en: 'Search: {query}' },
  'search-found': { zh: '找到 {total} 条', en: '{total} found' },
  'search-found-more': { zh: '找到 {total} 条以上', en: 'More than {total} found' },
  'search-nothing': { zh: '没有找到符合“{query}”的信息', en: 'Nothing found for “{query}”' },
  'search-nothing-help': {
    zh: '可以换一个说法、减少词语或取消条件。如果确实没有公开，可以依法申请。',
    en: 'Try other words, fewer words or fewer filters. If it is not public, you can request it.',
  },
  'search-instead': { zh: '放宽条件可以找到', en: 'A wider search finds' },
  'search-all-filters-off': { zh: '{query}（取消全部条件）', en: '{query} (without filters)' },
  'search-nothing-to-find': {
    zh: '请输入文字或数字。',
    en: 'Enter words or numbers to look for.',
  },
  'search-truncated': {
    zh: '输入过长，只检索了开头部分。',
    en: 'The query is too long; only its beginning was used.',
  },
  'search-help': { zh: '检索方法', en: 'How to search' },
  'search-help-words': {
    zh: '几个词用空格隔开，表示都要出现：公交 线路 调整',
    en: 'Several words must all occur: bus route change',
  },
  'search-help-phrase': {
    zh: '加引号表示完整短语：“三公经费”',
    en: 'Quotation marks find the exact phrase: "public transport"',
  },
  'search-help-exclude': {
    zh: '词前加减号表示不含：桥梁 -招标',
    en: 'A minus sign leaves a word out: bridge -tender',
  },
  'search-help-number': {
    zh: '文号和索引号怎样写括号都可以：示交〔2014〕31号、示交[2014]31号、示交2014 31',
    en: 'Document and index numbers are found with any brackets, or none',
  },
  'search-error': {
    zh: '检索暂时不可用，请稍后再试，或从公开目录查找。',
    en: 'Search is not available just now. Try again shortly, or browse the catalogue.',
  },
  agency: { zh: '机构', en: 'Agency' },
  section: { zh: '栏目', en: 'Section' },
  'from-date': { zh: '公开日期从', en: 'Published from' },
  'to-date': { zh: '到', en: 'to' },
  'apply-filters': { zh: '应用', en: 'Apply' },
  any: { zh: '不限', en: 'Any' },
  'in-attachment': { zh: '见附件：{name}', en: 'In attachment: {name}' },
  refine: { zh: '缩小范围', en: 'Narrow down' },
} satisfies Catalogue;

/** Texts of the pages on requests and on verification. */
const explainingTexts = {
  'requests-who': { zh: '谁可以申请', en: 'Who may ask' },
  'requests-who-text': {
    zh: '公民、法人或者其他组织都可以申请，不需要说明用途（《条例》第二十七条）。',
    en: 'Anyone: citizens, legal persons and other organisations. No purpose has to be given (Art. 27).',
  },
  'requests-how': { zh: '怎样申请', en: 'How to ask' },
  'requests-how-intro': {
    zh: '申请应当采用书面形式，包括信件和数据电文；书写确有困难的，可以口头提出，由受理机构代为填写。申请应当包括（《条例》第二十九条）：',
    en: 'In writing, on paper or electronically; whoever has difficulty writing may ask orally and have it written down. A request states (Art. 29):',
  },
  'requests-how-1': {
    zh: '申请人的姓名或者名称、身份证明、联系方式；',
    en: 'the applicant’s name, proof of identity and contact details;',
  },
  'requests-how-2': {
    zh: '所需信息的名称、文号，或者便于查询的其他特征；',
    en: 'the title or number of the information, or other features by which it can be found;',
  },
  'requests-how-3': {
    zh: '希望的提供形式，包括获取信息的方式、途径。',
    en: 'the form in which it is wanted, and how it is to be handed over.',
  },
  'requests-when': { zh: '什么时候答复', en: 'When the reply comes' },
  'requests-when-text': {
    zh: '能当场答复的当场答复；不能当场答复的，自收到申请之日起 20 个工作日内答复；需要延长的，经信息公开工作机构负责人同意并告知申请人，最长延长 20 个工作日（《条例》第三十三条）。',
    en: 'At once where possible; otherwise within 20 working days of receipt. It can be extended by up to 20 working days, of which the applicant is told (Art. 33).',
  },
  'requests-fee': { zh: '是否收费', en: 'What it costs' },
  'requests-fee-text': {
    zh: '不收取费用；申请的数量、频次明显超过合理范围的，可以收取信息处理费（《条例》第四十二条）。',
    en: 'Nothing. A processing fee may be charged only where requests clearly exceed a reasonable number or frequency (Art. 42).',
  },
  'requests-remedy': { zh: '不服怎么办', en: 'If you disagree' },
  'requests-remedy-text': {
    zh: '认为行政机关在信息公开工作中侵犯其合法权益的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼（《条例》第五十一条）；对不予公开不服的，应当先申请行政复议（《行政复议法》第二十三条）。',
    en: 'You may complain to the superior agency or the department in charge, apply for administrative reconsideration, or sue (Art. 51). Against a refusal to disclose, reconsideration comes first (Administrative Reconsideration Law, Art. 23).',
  },
  'requests-first': { zh: '先查一查', en: 'Look first' },
  'requests-first-text': {
    zh: '所需信息可能已经公开，可以先在本平台检索。',
    en: 'It may be public already: search first.',
  },
  'requests-points': { zh: '受理机构与查阅点', en: 'Where to ask and read' },
  'requests-points-text': {
    zh: '以下机构受理申请，并提供现场查阅；各级国家档案馆、公共图书馆也设有政府信息查阅场所（《条例》第二十五条）。',
    en: 'These offices take requests and let you read on the spot; archives and public libraries have reading places too (Art. 25).',
  },
  'requests-no-contact': {
    zh: '本机关尚未登记联系方式，请见政府信息公开指南。',
    en: 'No contact details are recorded yet; see the guide.',
  },
  'verify-what': { zh: '公开日志是什么', en: 'What the log is' },
  'verify-what-text': {
    zh: '每公开、修改、废止或撤回一条信息，系统就在日志末尾登记一条：索引号、时间，以及内容和附件的数字指纹（SHA-256）。日志用密钥签名，只能续写。改动、删除或补写任何一条，签名就对不上，谁都能发现。',
    en: 'Whenever something is published, changed, repealed or withdrawn, an entry is added to the log: index number, time, and digital fingerprints (SHA-256) of the content and attachments. The log is signed and can only grow. Whoever alters, deletes or inserts an entry breaks the signature, and anyone can see it.',
  },
  'verify-not': { zh: '它不能说明什么', en: 'What it does not show' },
  'verify-not-text': {
    zh: '核验证明的是“这就是该机关当时公开的内容”，不代表内容本身正确。日志里没有正文，所以被撤回的内容不会从日志泄露。',
    en: 'It shows that this is what the agency published then, not that the content is right. The log holds no text, so withdrawn content cannot leak from it.',
  },
  'verify-how': { zh: '怎样核验一条信息', en: 'How to check an item' },
  'verify-step-1': {
    zh: '在信息页面点“下载公开证明”，得到一个 .tlog-proof 文件。',
    en: 'On the item’s page choose “Download the proof”; you get a .tlog-proof file.',
  },
  'verify-step-2': {
    zh: '在任何一台装有本软件的电脑上运行下面的命令（不需要联网）：',
    en: 'Run this on any computer that has the software (no network needed):',
  },
  'verify-step-3': {
    zh: '核对结果中显示的公钥指纹与本页一致；最好从另一个渠道（公报、电话）再确认一次。',
    en: 'Compare the key’s fingerprint it prints with the one on this page, better still with one from another source.',
  },
  'verify-all': { zh: '怎样核验整个日志', en: 'How to check the whole log' },
  'verify-all-text': {
    zh: '下面的命令下载全部日志，从头重新计算并检查签名：',
    en: 'This downloads the whole log, recomputes it from the start and checks the signature:',
  },
  'verify-other': { zh: '用其他软件核验', en: 'With other software' },
  'verify-other-text': {
    zh: '日志采用公开的 C2SP 格式（tlog-tiles、签名检查点，RFC 6962 哈希树），其他机构编写的软件同样可以核验。读取地址：',
    en: 'The log is in the public C2SP formats (tlog-tiles, signed checkpoints, RFC 6962 hashing), so software written by others can check it too. It is read here:',
  },
  'verify-checkpoint': { zh: '最新签名（检查点）', en: 'Latest signed checkpoint' },
  'verify-key': { zh: '验证公钥', en: 'Public key' },
  'verify-fingerprint': { zh: '公钥指纹', en: 'Fingerprint' },
  'verify-origin': { zh: '日志名称', en: 'Name of the log' },
  'verify-size': { zh: '现有条数', en: 'Entries' },
  'verify-last': { zh: '最近登记', en: 'Last entry' },
  'verify-state': { zh: '日志现状', en: 'The log now' },
} satisfies Catalogue;

export const pageTexts = { ...columnTexts, ...itemTexts, ...searchTexts, ...explainingTexts };
