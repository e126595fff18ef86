import type { FastifyRequest } from 'fastify';
import { type Agency, listAgencies } from '../agencies/index.ts';
import { countPublic } from '../information/index.ts';
import type { Language } from '../platform/index.ts';
import { PortalError } from './errors.ts';
import { say } from './labels.ts';
import type { LogCache } from './log-cache.ts';

/** What the site's owner registered; shown in the footer and the meta tags where known. */
export interface SiteRecords {
  /** 政府网站标识码, ten digits. */
  readonly identityCode?: string;
  /** ICP 备案编号. */
  readonly icpRecord?: string;
  /** 公网安备 number. */
  readonly policeRecord?: string;
}

/** What every page knows of its surroundings. */
export interface Site {
  readonly language: Language;
  /** The reader chose the language in the address, so links keep it. */
  readonly languageChosen: boolean;
  /** Whose page it is; null on a platform that several agencies share. */
  readonly agency: Agency | null;
  readonly agencyChosen: boolean;
  /** All agencies that have published, in order of their codes. */
  readonly publishers: readonly Agency[];
  /** All agencies, by id. */
  readonly agencies: ReadonlyMap<string, Agency>;
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  /** Path and query as asked for. */
  readonly url: string;
  readonly records: SiteRecords;
}

/**
 * The site as one request sees it: `?agency=CODE` makes it that agency's; a platform with one publisher is that
 * agency's anyway.
 * @throws PortalError 'PAGE_NOT_FOUND' for an agency that does not exist or has published nothing
 */
export async function siteOf(
  request: FastifyRequest,
  cache: LogCache,
  records: SiteRecords,
  publicUrl: string,
): Promise<Site> {
  const query = request.query as { agency?: unknown; lang?: unknown };
  const all = await listAgencies(cache.database.read);
  const counts = await cache.get('publishers', () => countPublic(cache.database.read, {}, 'agency_id'));
  const publishers = all.filter((one) => counts.has(one.id));
  const code = typeof query.agency === 'string' && query.agency !== '' ? query.agency : undefined;
  const chosen = code === undefined ? undefined : all.find((one) => one.code === code);
  if (code !== undefined && !chosen) throw new PortalError('PAGE_NOT_FOUND');
  return {
    language: request.language,
    languageChosen: query.lang === 'zh' || query.lang === 'en',
    agency: chosen ?? soleAgency(all, publishers),
    agencyChosen: chosen !== undefined,
    publishers,
    agencies: new Map(all.map((one) => [one.id, one])),
    origin: publicUrl || `${request.protocol}://${request.host}`,
    url: request.url,
    records,
  };
}

function soleAgency(all: readonly Agency[], publishers: readonly Agency[]): Agency | null {
  if (publishers.length > 1) return null;
  return publishers[0] ?? all.find((one) => one.active) ?? null;
}

/** The same site under the name of an item's own agency; where several publish, its links stay with it. */
export function underAgency(site: Site, agencyId: string): Site {
  const agency = site.agencies.get(agencyId) ?? site.agency;
  return { ...site, agency, agencyChosen: site.agencyChosen || site.publishers.length > 1 };
}

/** Marks Chinese content on a page in another language, for screen readers (WCAG 3.1.2). */
export function chinese(site: Site): string {
  return site.language === 'zh' ? '' : ' lang="zh-CN"';
}

export function agencyName(site: Site, agency: Agency): string {
  return site.language === 'en' && agency.nameEn ? agency.nameEn : agency.name;
}

export function siteName(site: Site): string {
  return site.agency
    ? say(site, 'site-of', { agency: agencyName(site, site.agency) })
    : say(site, 'platform');
}

/** A link within the portal that keeps the agency and the language the reader chose. */
export function href(
  site: Site,
  path: string,
  query: Record<string, string | number | undefined> = {},
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  if (site.agencyChosen && site.agency && !parameters.has('agency') && !path.startsWith('/information/'))
    parameters.set('agency', site.agency.code);
  if (site.languageChosen && !parameters.has('lang')) parameters.set('lang', site.language);
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** This page in the other language. */
export function otherLanguageHref(site: Site): string {
  const [path = '/', query = ''] = site.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', site.language === 'zh' ? 'en' : 'zh');
  return `${path}?${parameters}`;
}
