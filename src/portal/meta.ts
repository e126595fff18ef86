import { type ColumnKey, columnDescription, columnName, columnOf } from './columns.ts';
import { wallTime } from './format.ts';
import { say } from './labels.ts';
import { type Site, siteName } from './site.ts';

export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** What the tags of an article page say of it. */
export interface ArticleFacts {
  readonly title: string;
  /** `YYYY-MM-DD HH:MM`. */
  readonly publishedAt: string;
  readonly source: string;
  readonly keywords: string;
  readonly description: string;
  readonly author: string;
  readonly url: string;
}

/**
 * The tags each page of a government site carries (政府网站发展指引, 国办发〔2017〕47号, annex: 网页标签).
 * Obligatory for every page: SiteName, SiteDomain, SiteIDCode.
 */
export function siteTags(site: Site): MetaTag[] {
  return [
    { name: 'SiteName', content: siteName(site) },
    { name: 'SiteDomain', content: new URL(site.origin).host },
    { name: 'SiteIDCode', content: site.records.identityCode ?? '' },
  ];
}

/** Obligatory for column pages; article pages carry name and type of the column they stand in. */
export function columnTags(site: Site, key: ColumnKey): MetaTag[] {
  const name = columnName(key, site.language);
  return tagsOfColumn(site, name, say(site, columnDescription(key)), columnOf(key).type);
}

/** The same for search and verification, which serve the reader beside the seven sections. */
export function serviceTags(site: Site, name: string, description: string): MetaTag[] {
  return tagsOfColumn(site, name, description, '办事指南');
}

function tagsOfColumn(site: Site, name: string, description: string, type: string): MetaTag[] {
  return [
    { name: 'ColumnName', content: name },
    { name: 'ColumnDescription', content: description },
    { name: 'ColumnKeywords', content: [name, say(site, 'platform')].join(',') },
    { name: 'ColumnType', content: type },
  ];
}

export function articleTags(site: Site, key: ColumnKey, article: ArticleFacts): MetaTag[] {
  const all = [
    ...columnTags(site, key).filter((tag) => tag.name === 'ColumnName' || tag.name === 'ColumnType'),
    { name: 'ArticleTitle', content: article.title },
    { name: 'PubDate', content: article.publishedAt },
    { name: 'ContentSource', content: article.source },
    { name: 'Keywords', content: article.keywords },
    { name: 'Description', content: article.description },
    { name: 'Author', content: article.author },
    { name: 'Url', content: article.url },
  ];
  const obligatory = ['ColumnName', 'ColumnType', 'ArticleTitle', 'PubDate', 'ContentSource'];
  return all.filter((tag) => tag.content !== '' || obligatory.includes(tag.name));
}

/**
 * The time for PubDate: of the first entry when it was first public here; for what was public elsewhere before,
 * only the day is known.
 */
export function publicationTime(publishedOn: string, firstEntryAt: string | undefined): string {
  const time = firstEntryAt === undefined ? '' : wallTime(firstEntryAt);
  return time.startsWith(publishedOn) ? time : `${publishedOn} 00:00`;
}
