import { type Language, translate } from '../platform/index.ts';
import type { PortalText } from './labels.ts';

/**
 * The seven sections (栏目) of the source's platform, in its order. `type` is the ColumnType of the meta tags
 * that government pages carry (政府网站发展指引, 网页标签).
 */
export const COLUMNS = [
  { key: 'home', path: '/', type: '概况信息' },
  { key: 'guide', path: '/guide', type: '办事指南' },
  { key: 'catalogue', path: '/catalogue', type: '政策文件' },
  { key: 'annual-reports', path: '/annual-reports', type: '政策文件' },
  { key: 'regulations', path: '/regulations', type: '政策文件' },
  { key: 'requests', path: '/requests', type: '办事指南' },
  { key: 'supervision', path: '/supervision', type: '政策文件' },
] as const;
export type ColumnKey = (typeof COLUMNS)[number]['key'];
export type Column = (typeof COLUMNS)[number];

export function columnOf(key: ColumnKey): Column {
  return COLUMNS.find((column) => column.key === key)!;
}

/** The full name, as the source writes it. */
export function columnName(key: ColumnKey, language: Language): string {
  const own = key === 'home' || key === 'requests';
  return translate(own ? `portal.${key}` : `section.${key}`, language);
}

/** The name where there is little room. */
export function shortColumnName(key: ColumnKey): PortalText {
  return `short.${key}`;
}

/** What the section holds, in a sentence: ColumnDescription and the lead under its heading. */
export function columnDescription(key: ColumnKey): PortalText {
  return `about.${key}`;
}
