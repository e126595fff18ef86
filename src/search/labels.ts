import { defineCatalogue } from '../platform/index.ts';

export const searchLabels = defineCatalogue({
  'error.INDEX_UNAVAILABLE': {
    zh: '搜索索引正在重建，请稍后再试；目录和各信息页面不受影响。',
    en: 'The search index is being rebuilt. Please try again shortly; the catalogue and all pages still work.',
  },
  'error.INDEX_CHANGE_INVALID': {
    zh: '信息 {id} 无法编入搜索索引：{reason}。请联系系统管理员。',
    en: 'Item {id} cannot be indexed: {reason}. Please tell the administrator.',
  },
  'error.SEARCH_DATE_INVALID': {
    zh: '“{value}”不是有效日期，请按“2026-08-07”的格式填写。',
    en: '"{value}" is not a real date. Write it like 2026-08-07.',
  },
});
