import { type Catalogue, defineCatalogue, translate } from '../platform/index.ts';
import { pageTexts } from './labels-pages.ts';

/** Texts of the frame around every page. */
const frameTexts = {
  platform: { zh: '政府信息公开平台', en: 'Government Information Disclosure' },
  'site-of': { zh: '{agency}政府信息公开平台', en: '{agency} – Government Information Disclosure' },
  'skip-to-content': { zh: '跳到正文', en: 'Skip to content' },
  'main-navigation': { zh: '栏目导航', en: 'Sections' },
  breadcrumb: { zh: '当前位置', en: 'You are here' },
  'other-language': { zh: 'English', en: '中文' },
  'search-label': { zh: '搜索全部已公开信息', en: 'Search everything published' },
  'search-placeholder': { zh: '标题、文号、索引号或正文', en: 'Title, document or index number, text' },
  'search-button': { zh: '搜索', en: 'Search' },
  home: { zh: '首页', en: 'Home' },
  requests: { zh: '依申请公开', en: 'Disclosure on request' },
  search: { zh: '信息检索', en: 'Search' },
  verification: { zh: '公开核验', en: 'Verification' },
  'short.home': { zh: '首页', en: 'Home' },
  'short.guide': { zh: '公开指南', en: 'Guide' },
  'short.catalogue': { zh: '公开目录', en: 'Catalogue' },
  'short.annual-reports': { zh: '年度报告', en: 'Reports' },
  'short.regulations': { zh: '公开规定', en: 'Regulations' },
  'short.requests': { zh: '依申请公开', en: 'Requests' },
  'short.supervision': { zh: '监督保障', en: 'Supervision' },
  'site-map': { zh: '站点地图', en: 'Site map' },
  'footer-organiser': { zh: '主办单位', en: 'Published by' },
  'footer-contact': { zh: '联系方式', en: 'Contact' },
  address: { zh: '地址', en: 'Address' },
  phone: { zh: '电话', en: 'Telephone' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  hours: { zh: '办公时间', en: 'Hours' },
  'identity-code': { zh: '网站标识码', en: 'Site identity code' },
  'open-data': { zh: '开放接口', en: 'Open data' },
  'footer-promise': {
    zh: '每一次公开、修改和撤回都登记在签名的公开日志中，任何人都可以核验。',
    en: 'Every publication, change and withdrawal stands in a signed public log that anyone can verify.',
  },
  'error-404-title': { zh: '没有找到这个页面', en: 'Page not found' },
  'error-404-text': {
    zh: '网址可能有误，或者该页面从未公开过。可以搜索标题、文号或索引号，或者从公开目录查找。',
    en: 'The address may be mistaken, or there never was such a page. Search by title or number, or browse the catalogue.',
  },
  'error-410-title': { zh: '这条信息已撤回', en: 'This item was withdrawn' },
  'error-410-text': {
    zh: '您要的内容所属的信息已被撤回，内容和附件不再提供。',
    en: 'What you asked for belongs to an item that was withdrawn; its text and files are no longer available.',
  },
  'error-429-title': { zh: '访问过于频繁', en: 'Too many requests' },
  'error-429-text': {
    zh: '为保证所有人都能使用，请稍候一分钟再试。批量获取数据请使用开放接口。',
    en: 'So that everyone can be served, please wait a minute and try again. For bulk use there is the open data interface.',
  },
  'error-400-title': { zh: '网址有误', en: 'The address is not valid' },
  'error-400-text': {
    zh: '网址中的查询条件无法识别，请返回重新选择。',
    en: 'The query in the address is not understood. Go back and choose again.',
  },
  'error-500-title': { zh: '系统暂时无法处理', en: 'Something went wrong' },
  'error-500-text': {
    zh: '请稍后重试。如果仍然出现，请将编号 {requestId} 告知主办单位。',
    en: 'Please try again shortly. If it persists, tell the publishing agency the number {requestId}.',
  },
} satisfies Catalogue;

const texts = { ...frameTexts, ...pageTexts };
export type PortalText = keyof typeof texts;

/** The portal's texts, in the catalogue under `portal.<key>`. */
export const portalLabels = defineCatalogue({
  ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [`portal.${key}`, text])),
  'error.INFORMATION_NOT_PUBLIC': {
    zh: '没有公开过这条信息。请核对编号，或在 /api/v1/search 中检索。',
    en: 'There is no such public item. Check the identifier, or look it up under /api/v1/search.',
  },
  'error.PAGE_NOT_FOUND': {
    zh: '没有这个页面。请核对网址，或从首页重新查找。',
    en: 'There is no such page. Check the address, or start from the home page.',
  },
  'error.INFORMATION_WITHDRAWN': {
    zh: '该信息已撤回，内容不再提供；撤回记录见该信息页面。',
    en: 'The item was withdrawn and its content is no longer available; its page shows the record of the withdrawal.',
  },
});

type Details = Parameters<typeof translate>[2];

/** A text of the portal in the page's language. */
export function say(
  page: { readonly language: Parameters<typeof translate>[1] },
  key: PortalText,
  details: Details = {},
): string {
  return translate(`portal.${key}`, page.language, details);
}
