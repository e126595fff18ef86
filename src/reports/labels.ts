import { defineCatalogue, type Language, translate } from '../platform/index.ts';

export const reportLabels = defineCatalogue({
  'error.REPORT_TEXT_CONFLICT': {
    zh: '{personName} 刚刚保存过这段文字，请刷新后再修改。',
    en: '{personName} has just saved this text. Reload it before you go on.',
  },
  'error.REPORT_YEAR_NOT_BEGUN': {
    zh: '{year} 年尚未开始，不能编制年度报告。',
    en: 'The year {year} has not begun.',
  },
  'error.REPORT_FIGURE_UNKNOWN': {
    zh: '年度报告中没有这个指标：{figure}。',
    en: 'No figure of the report is called {figure}.',
  },
  'report.title': {
    zh: '{agency}{year}年政府信息公开工作年度报告',
    en: '{agency}: annual report on government information disclosure, {year}',
  },
  'report.part.overview': { zh: '一、概述', en: '1. Overview' },
  'report.part.proactive': { zh: '二、主动公开政府信息情况', en: '2. Proactive disclosure' },
  'report.part.requests': { zh: '三、政府信息依申请公开办理情况', en: '3. Disclosure on request' },
  'report.part.fees': { zh: '四、政府信息公开的收费及减免情况', en: '4. Fees and reductions' },
  'report.part.remedies': {
    zh: '五、因政府信息公开申请行政复议、提起行政诉讼的情况',
    en: '5. Reconsideration, litigation, complaints and reports',
  },
  'report.part.difficulties': { zh: '六、存在的主要问题', en: '6. Difficulties' },
  'report.part.plan': { zh: '七、下一年度工作安排', en: '7. Plan for the next year' },
  'report.period': {
    zh: '本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。',
    en: 'Made under the Regulations on Disclosure of Government Information; figures cover 1 January to 31 December {year}.',
  },
  'report.proactive': {
    zh: '{year}年，主动公开政府信息{total}条，其中{parts}。',
    en: 'In {year}, {total} items were disclosed proactively: {parts}.',
  },
  'report.proactive.none': {
    zh: '{year}年未主动公开政府信息。',
    en: 'In {year}, no item was disclosed proactively.',
  },
  'report.timeliness': {
    zh: '自信息形成之日起{limit}个工作日内公开{inTime}条，逾期公开{late}条{middle}。',
    en: 'Within {limit} working days of being formed: {inTime}; late: {late}{middle}.',
  },
  'report.timeliness.middle': {
    zh: '，从形成到公开所用工作日的中位数为{median}个',
    en: '; median working days from formed to published: {median}',
  },
  'report.timeliness.notMeasured': {
    zh: '另有{count}条未载明成文日期，不计入时限统计。',
    en: 'A further {count} carry no date formed and are not measured.',
  },
  'report.changes': {
    zh: '全年修订已公开的信息{amended}条次，废止{repealed}条次，撤回{withdrawn}条次。',
    en: 'Over the year {amended} amendments, {repealed} repeals and {withdrawn} withdrawals.',
  },
  'report.requests.none': {
    zh: '全年未收到依申请公开政府信息的申请。',
    en: 'No request for disclosure was received during the year.',
  },
  'report.requests': {
    zh: '全年收到依申请公开政府信息的申请{received}件，已答复{answered}件。',
    en: '{received} requests were received during the year and {answered} answered.',
  },
  'report.fees.none': {
    zh: '全年未发生因依申请公开政府信息收取或者减免费用的情况。',
    en: 'No fee was charged or reduced during the year.',
  },
  'report.remedies.none': {
    zh: '全年未发生因政府信息公开引起的行政复议、行政诉讼，也未收到有关投诉、举报。',
    en: 'There was no reconsideration, lawsuit, complaint or report about disclosure during the year.',
  },
  'report.remedies': {
    zh: '全年因政府信息公开引起行政复议{reconsiderations}件、行政诉讼{lawsuits}件，收到投诉{complaints}件、举报{reports}件。',
    en: 'Reconsiderations: {reconsiderations}; lawsuits: {lawsuits}; complaints: {complaints}; reports: {reports}.',
  },
  'report.table.caption': {
    zh: '{year}年主动公开政府信息分类统计',
    en: 'Items disclosed proactively in {year}, by category',
  },
  'report.table.category': { zh: '类别', en: 'Category' },
  'report.table.count': { zh: '数量（条）', en: 'Items' },
  'report.table.share': { zh: '占比', en: 'Share' },
  'report.table.bar': { zh: '图示', en: 'Bar' },
  'report.table.total': { zh: '合计', en: 'Total' },
  'report.counted': {
    zh: '数据由系统从公开记录和公开日志（截至第{logSize}条）自动统计，统计时间{date}。',
    en: 'Counted from the public records and the publication log (its first {logSize} entries) on {date}.',
  },
  'report.unwritten': { zh: '（尚未填写）', en: '(Not written yet)' },
  'report.chart.alt': { zh: '{caption}柱状图：{parts}', en: 'Bar chart, {caption}: {parts}' },
  'report.item': { zh: '{name}{count}条', en: '{name} {count}' },
});

/** A text of this room in one language. */
export function say(
  key: keyof typeof reportLabels,
  language: Language,
  details: Record<string, string | number> = {},
): string {
  return translate(key, language, details);
}
