import { z } from 'zod';
import { GENRES, PUBLIC_STATUSES, SECTIONS, WITHDRAWAL_REASONS } from '../information/index.ts';
import { TIMELINESS_STATUSES } from '../law/index.ts';
import { ACTIONS } from '../ledger/index.ts';
import { PublicSearchQuery } from './search-query.ts';

/* The public JSON API: what leaves the server is listed here field by field. Documented and stable. */

const Sha256 = z.string().describe('SHA-256, lower-case hex');
const Instant = z.string().describe('UTC ISO 8601');
const LegalDate = z.string().describe('YYYY-MM-DD, Asia/Shanghai');

export const InformationListQuery = z.object({
  agency: z.string().max(40).optional().describe('Code of an agency'),
  category: z.string().max(40).optional().describe('Code of a category; needs the agency'),
  section: z.enum(SECTIONS).optional(),
  genre: z.enum(GENRES).optional(),
  status: z.enum(['in-force', 'repealed']).optional(),
  year: z.coerce.number().int().min(1900).max(2999).optional().describe('Year of publication'),
  order: z.enum(['newest', 'oldest', 'updated']).default('newest'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});

export const InformationRow = z.object({
  id: z.string(),
  url: z.string(),
  agency: z.object({ code: z.string(), name: z.string() }),
  section: z.enum(SECTIONS),
  status: z.enum(PUBLIC_STATUSES),
  indexNumber: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  genre: z.string().nullable(),
  subject: z.string().nullable(),
  formedOn: LegalDate.nullable(),
  publishedOn: LegalDate,
  updatedAt: Instant,
  workingDaysToPublish: z.number().int().nullable(),
  logEntry: z.number().int().describe('Position of the last entry in the publication log, from 0'),
});
export type InformationRow = z.infer<typeof InformationRow>;

export const InformationList = z.object({ total: z.number().int(), items: z.array(InformationRow) });

const HistoryEntry = z.object({
  logEntry: z.number().int(),
  action: z.enum(ACTIONS),
  version: z.number().int(),
  at: Instant,
  reasonCode: z.enum(WITHDRAWAL_REASONS).nullable(),
  reason: z.string().nullable(),
  recordSha256: Sha256,
  proofUrl: z.string(),
});

export const Information = InformationRow.omit({ workingDaysToPublish: true }).extend({
  version: z.number().int(),
  issuingAgency: z.string(),
  unit: z.string(),
  category: z.object({ code: z.string(), name: z.string() }),
  keywords: z.string(),
  summary: z.string(),
  bodyHtml: z.string().describe('Sanitised HTML'),
  files: z.array(
    z.object({
      name: z.string(),
      mediaType: z.string(),
      sizeBytes: z.number().int(),
      sha256: Sha256,
      url: z.string(),
    }),
  ),
  timeliness: z.object({
    status: z.enum(TIMELINESS_STATUSES),
    limitWorkingDays: z.number().int(),
    elapsedWorkingDays: z.number().int().nullable(),
    workingDaysLate: z.number().int(),
    dueOn: LegalDate.nullable(),
  }),
  history: z.array(HistoryEntry),
});
export type Information = z.infer<typeof Information>;

export const WithdrawnInformation = z.object({
  id: z.string(),
  status: z.literal('withdrawn'),
  indexNumber: z.string(),
  withdrawnOn: LegalDate,
  reasonCode: z.string(),
  reason: z.string(),
  history: z.array(HistoryEntry),
});
export type WithdrawnInformation = z.infer<typeof WithdrawnInformation>;

export const SearchApiQuery = PublicSearchQuery.extend({
  pageSize: z.coerce.number().int().min(1).max(100).catch(20).default(20),
});

const Pieces = z
  .array(z.object({ text: z.string(), hit: z.boolean() }))
  .describe('Plain text in pieces; hit: what the query matched');
const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }));

export const SearchResponse = z.object({
  query: z.string(),
  total: z.number().int(),
  totalIsExact: z.boolean(),
  hits: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      titleHighlighted: Pieces,
      excerpt: Pieces,
      matchedIn: z.enum(['title', 'number', 'body', 'attachment']),
      attachmentName: z.string().nullable(),
      agencyName: z.string(),
      unitName: z.string().nullable(),
      categoryName: z.string().nullable(),
      section: z.string(),
      status: z.enum(['in-force', 'repealed']),
      genre: z.string().nullable(),
      documentNumber: z.string().nullable(),
      indexNumber: z.string(),
      publishedOn: LegalDate,
      formedOn: LegalDate.nullable(),
    }),
  ),
  facets: z
    .object({
      agency: Facet,
      category: Facet,
      unit: Facet,
      section: Facet,
      genre: Facet,
      status: Facet,
      year: Facet,
    })
    .describe('agency, category and unit by code'),
  suggestions: z.array(z.object({ text: z.string(), filtersDropped: z.boolean(), total: z.number().int() })),
});
export type SearchResponse = z.infer<typeof SearchResponse>;
