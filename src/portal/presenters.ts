import type { PublicRow } from '../information/index.ts';
import type { SearchHit } from '../search/index.ts';
import type { Information, InformationRow, SearchResponse, WithdrawnInformation } from './api-contract.ts';
import type { ItemFacts, PublishedFacts, WithdrawnFacts } from './item-facts.ts';
import { filePath } from './item-page.ts';
import type { FacetNames, PublicSearch } from './search-query.ts';
import type { Site } from './site.ts';
import { timelinessOf } from './timeliness-words.ts';

const itemUrl = (site: Site, id: string) => `${site.origin}/information/${id}`;

export function presentRow(site: Site, row: PublicRow): InformationRow {
  const agency = site.agencies.get(row.agencyId);
  return {
    id: row.itemId,
    url: itemUrl(site, row.itemId),
    agency: { code: agency?.code ?? '', name: agency?.name ?? '' },
    section: row.section,
    status: row.status,
    indexNumber: row.indexNumber,
    title: row.title,
    documentNumber: row.documentNumber,
    genre: row.genre,
    subject: row.subject,
    formedOn: row.formedOn,
    publishedOn: row.publishedOn,
    updatedAt: row.updatedAt,
    workingDaysToPublish: row.daysToPublish,
    logEntry: row.seq,
  };
}

export function presentItem(site: Site, facts: PublishedFacts): Information {
  const { record } = facts.item;
  const { workingDaysToPublish: _days, ...row } = presentRow(site, facts.item);
  const measured = timelinessOf(facts.item);
  return {
    ...row,
    version: record.version,
    issuingAgency: record.issuingAgency,
    unit: record.unit,
    category: record.category,
    keywords: record.keywords,
    summary: record.summary,
    bodyHtml: record.bodyHtml,
    files: record.files.map((file) => ({
      name: file.name,
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
      sha256: file.sha256,
      url: `${site.origin}${filePath(record.item, file)}`,
    })),
    timeliness: {
      status: measured.status,
      limitWorkingDays: measured.limitDays,
      elapsedWorkingDays: measured.elapsedWorkingDays,
      workingDaysLate: measured.daysLate,
      dueOn: measured.dueOn,
    },
    history: presentHistory(site, facts),
  };
}

/** From the tombstone only: neither title nor content is there to leak. */
export function presentWithdrawn(site: Site, facts: WithdrawnFacts): WithdrawnInformation {
  const { tombstone, withdrawnOn, itemId } = facts.item;
  return {
    id: itemId,
    status: 'withdrawn',
    indexNumber: tombstone.indexNumber,
    withdrawnOn: withdrawnOn ?? '',
    reasonCode: tombstone.reasonCode,
    reason: tombstone.reason,
    history: presentHistory(site, facts),
  };
}

function presentHistory(site: Site, facts: ItemFacts): Information['history'] {
  return facts.history.map((change) => ({
    logEntry: change.seq,
    action: change.action as Information['history'][number]['action'],
    version: change.version,
    at: change.at,
    reasonCode: change.reasonCode as Information['history'][number]['reasonCode'],
    reason: change.reason,
    recordSha256: facts.entries.get(change.seq)!.entry.record,
    proofUrl: `${itemUrl(site, change.itemId)}/proof?seq=${change.seq}`,
  }));
}

export function presentSearch(site: Site, query: string, found: PublicSearch): SearchResponse {
  const { result, names } = found;
  return {
    query,
    total: result.total,
    totalIsExact: result.totalIsExact,
    hits: result.hits.map((hit) => presentHit(site, hit)),
    facets: presentFacets(site, result.facets, names),
    suggestions: result.suggestions.map(({ text, filtersDropped, total }) => ({
      text,
      filtersDropped,
      total,
    })),
  };
}

function presentHit(site: Site, hit: SearchHit): SearchResponse['hits'][number] {
  return {
    id: hit.id,
    url: itemUrl(site, hit.id),
    title: hit.title,
    titleHighlighted: hit.titleHighlighted,
    excerpt: hit.excerpt,
    matchedIn: hit.matchedIn,
    attachmentName: hit.attachmentName ?? null,
    agencyName: hit.agencyName,
    unitName: hit.unitName ?? null,
    categoryName: hit.categoryName ?? null,
    section: hit.section,
    status: hit.status,
    genre: hit.genre ?? null,
    documentNumber: hit.documentNumber ?? null,
    indexNumber: hit.indexNumber,
    publishedOn: hit.publishedOn,
    formedOn: hit.formedOn ?? null,
  };
}

function presentFacets(
  site: Site,
  facets: PublicSearch['result']['facets'],
  names: FacetNames,
): SearchResponse['facets'] {
  const coded = (values: { value: string; count: number }[], codes: FacetNames['unit']) =>
    values.flatMap((one) => {
      const known = codes.get(one.value);
      return known ? [{ value: known.code, label: known.name, count: one.count }] : [];
    });
  return {
    agency: coded(facets?.agencyId ?? [], site.agencies),
    category: coded(facets?.categoryId ?? [], names.category),
    unit: coded(facets?.unitId ?? [], names.unit),
    section: facets?.section ?? [],
    genre: facets?.genre ?? [],
    status: facets?.status ?? [],
    year: facets?.year ?? [],
  };
}
