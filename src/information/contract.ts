/**
 * The shapes of the JSON API of this room: requests are checked with these schemas, responses are listed
 * field by field, and the workbench takes its types from here. No server import may stand in this file.
 */
import { z } from 'zod';
import {
  ATTRIBUTES,
  CHANGES,
  PUBLIC_STATUSES,
  REVIEW_STEPS,
  SECTIONS,
  STATES,
  WITHDRAWAL_REASONS,
} from './states.ts';

export const LegalDate = z.iso.date().describe('Calendar date in Asia/Shanghai, YYYY-MM-DD');
const Id = z.string().regex(/^[0-9a-z]{1,40}$/);
export const Revision = z.number().int().nonnegative().describe('The revision the caller has seen');
const text = (max: number) => z.string().trim().max(max);
const optionalText = (max: number) => text(max).nullable();

const LOGGED = [...CHANGES, 'withdraw'] as const;

export const Fields = z.object({
  title: text(500),
  documentNumber: optionalText(100),
  issuingAgency: optionalText(200),
  formedOn: LegalDate.nullable(),
  genre: optionalText(20),
  subject: optionalText(100),
  keywords: optionalText(200),
  summary: optionalText(2000),
  bodyHtml: z.string().max(3_000_000),
});
export type Fields = z.infer<typeof Fields>;

export const Placement = z.object({
  unitId: Id.nullable(),
  categoryId: Id.nullable(),
  section: z.enum(SECTIONS),
  attribute: z.enum(ATTRIBUTES),
  ground: optionalText(60),
  groundNote: optionalText(2000),
  reexamineOn: LegalDate.nullable(),
  sensitive: z.boolean(),
});
export type Placement = z.infer<typeof Placement>;

export const CreateItem = z.object({
  agencyId: Id,
  fields: Fields.partial().default({}),
  placement: Placement.partial().default({}),
});
export const UpdateItem = z.object({
  revision: Revision,
  fields: Fields.partial().default({}),
  placement: Placement.partial().default({}),
});
const Skip = z
  .array(z.enum(REVIEW_STEPS))
  .default([])
  .describe('Following steps left out, where the chain allows it');
export const Submit = z.object({ revision: Revision, skip: Skip, comment: optionalText(2000).default(null) });
export const PublishAt = z
  .union([z.literal('now'), z.iso.datetime()])
  .describe('now, or the UTC instant to publish at');
export const Decide = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('approve'),
    revision: Revision,
    skip: Skip,
    publishAt: PublishAt.nullable().default(null).describe('With the last approval: publish at once or then'),
    comment: optionalText(2000).default(null),
  }),
  z.object({
    decision: z.literal('return'),
    revision: Revision,
    to: z.enum(['draft', ...REVIEW_STEPS]),
    comment: text(2000).min(2),
  }),
]);
export const Publish = z.object({ revision: Revision, at: PublishAt.default('now') });
export const StartChange = z.object({
  revision: Revision,
  change: z.enum(CHANGES).exclude(['publish']),
  reason: text(2000).min(2),
});
export const Withdraw = z.object({
  revision: Revision,
  reasonCode: z.enum(WITHDRAWAL_REASONS),
  reason: text(2000).min(2).describe('Shown to the public: must not repeat what is withdrawn'),
});
export const OverrideFinding = z.object({ revision: Revision, reason: text(2000).min(2) });
export const AddComment = z.object({ text: text(4000).min(1) });
export const Screen = z.object({
  agencyId: Id,
  title: text(500),
  bodyHtml: z.string().max(3_000_000),
  attribute: z.enum(ATTRIBUTES).default('proactive'),
});

export const Finding = z.object({
  key: z.string(),
  detector: z.string(),
  severity: z.enum(['critical', 'warning', 'info']),
  field: z.string().describe('title, body, attachment:<name>, properties …'),
  start: z.number().int(),
  end: z.number().int(),
  excerpt: z.string(),
  why: z.string(),
  source: z.string(),
  override: z
    .object({ reason: z.string(), personName: z.string(), at: z.string() })
    .nullable()
    .describe('The secrecy reviewer’s reason to let it pass'),
});
export type Finding = z.infer<typeof Finding>;

export const Timeliness = z.object({
  formedOn: z.string().nullable(),
  publishedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  provisional: z.boolean(),
  elapsedWorkingDays: z.number().int().nullable(),
  limitDays: z.number().int(),
  status: z.enum(['in-time', 'late', 'due-soon', 'overdue', 'open', 'no-date', 'not-governed']),
  daysLate: z.number().int(),
  reasons: z.array(
    z.object({ date: z.string().nullable(), rule: z.string(), article: z.string(), text: z.string() }),
  ),
});
export type Timeliness = z.infer<typeof Timeliness>;

export const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  published: z.boolean(),
});
export type Attachment = z.infer<typeof Attachment>;

export const ItemRow = z.object({
  id: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  categoryId: z.string().nullable(),
  categoryName: z.string().nullable(),
  section: z.enum(SECTIONS),
  attribute: z.enum(ATTRIBUTES),
  state: z.enum(STATES),
  publicStatus: z.enum(PUBLIC_STATUSES).nullable(),
  change: z.enum(CHANGES),
  title: z.string(),
  documentNumber: z.string().nullable(),
  indexNumber: z.string().nullable(),
  formedOn: z.string().nullable(),
  publishedOn: z.string().nullable(),
  scheduledFor: z.string().nullable(),
  reexamineOn: z.string().nullable(),
  blockedReason: z.string().nullable(),
  sensitive: z.boolean(),
  revision: z.number().int(),
  version: z.number().int(),
  createdByName: z.string(),
  updatedAt: z.string(),
  timeliness: Timeliness.pick({ dueOn: true, status: true, elapsedWorkingDays: true, provisional: true }),
  criticalFindings: z.number().int().describe('Critical findings of the working version not yet overridden'),
});
export type ItemRow = z.infer<typeof ItemRow>;

export const ActionOffer = z.object({
  action: z.enum([
    'edit',
    'discard',
    'submit',
    'approve',
    'return',
    'publish',
    'unschedule',
    'change',
    'withdraw',
    'override',
    'comment',
  ]),
  allowed: z.boolean(),
  reasons: z
    .array(z.object({ code: z.string(), message: z.string() }))
    .describe('All reasons why not; empty when allowed'),
});
export type ActionOffer = z.infer<typeof ActionOffer>;

export const Proposal = z.object({
  field: z.string(),
  value: z.string(),
  confidence: z.number(),
  place: z.object({
    source: z.string(),
    start: z.number().int().nullable(),
    end: z.number().int().nullable(),
    excerpt: z.string(),
    rule: z.string(),
  }),
  repaired: z.boolean(),
});
export type Proposal = z.infer<typeof Proposal>;

export const VersionSummary = z.object({
  version: z.number().int(),
  change: z.enum(CHANGES),
  changeReason: z.string().nullable(),
  title: z.string(),
  createdByName: z.string(),
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  seq: z.number().int().nullable(),
});

export const StepView = z.object({
  step: z.number().int(),
  version: z.number().int(),
  fromState: z.string(),
  toState: z.string(),
  action: z.string(),
  personName: z.string(),
  onBehalfOf: z.string().nullable(),
  at: z.string(),
  comment: z.string().nullable(),
});
export type StepView = z.infer<typeof StepView>;

export const CommentView = z.object({
  id: z.string(),
  personName: z.string(),
  at: z.string(),
  text: z.string(),
  version: z.number().int(),
});

export const ItemView = ItemRow.extend({
  fields: Fields,
  placement: Placement,
  changeReason: z.string().nullable(),
  timeliness: Timeliness,
  chain: z.array(
    z.object({ step: z.enum(REVIEW_STEPS), status: z.enum(['done', 'current', 'ahead', 'skipped']) }),
  ),
  returnTargets: z.array(z.enum(['draft', ...REVIEW_STEPS])),
  attachments: z.array(Attachment),
  findings: z.array(Finding),
  proposals: z.array(Proposal),
  versions: z.array(VersionSummary),
  steps: z.array(StepView),
  comments: z.array(CommentView),
  actions: z.array(ActionOffer),
  sourceUrl: z.string().nullable(),
  originallyPublishedOn: z.string().nullable(),
});
export type ItemView = z.infer<typeof ItemView>;

export const ItemListQuery = z.object({
  agency: Id.optional(),
  unit: Id.optional(),
  category: Id.optional(),
  section: z.enum(SECTIONS).optional(),
  state: z.enum(STATES).optional(),
  attribute: z.enum(ATTRIBUTES).optional(),
  publicStatus: z.enum(PUBLIC_STATUSES).optional(),
  timeliness: z.enum(['late', 'overdue', 'due-soon', 'in-time']).optional(),
  publishedYear: z.coerce
    .number()
    .int()
    .min(1949)
    .max(2999)
    .optional()
    .describe('First public in the year and not withdrawn by its end'),
  publishedMonth: z.coerce.number().int().min(1).max(12).optional().describe('Together with publishedYear'),
  logged: z.enum(LOGGED).optional().describe('With an entry of this kind in the log'),
  loggedYear: z.coerce.number().int().min(1949).max(2999).optional().describe('… made in this year'),
  q: z.string().trim().max(200).optional(),
  sort: z.enum(['updated', 'formed', 'published', 'title', 'due']).default('updated'),
  order: z.enum(['asc', 'desc']).default('desc'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
});
export type ItemListQuery = z.infer<typeof ItemListQuery>;
export const ItemList = z.object({ total: z.number().int(), items: z.array(ItemRow) });
export type ItemList = z.infer<typeof ItemList>;

/** One queue of what is due: every group is a list of its own, most urgent first. */
export const QueueGroup = z.object({
  group: z.enum([
    'to-decide',
    'returned',
    'blocked',
    'to-publish',
    'overdue',
    're-examine',
    'drafts',
    'scheduled',
  ]),
  total: z.number().int(),
  items: z.array(ItemRow),
});
export const Queue = z.object({ groups: z.array(QueueGroup) });
export type Queue = z.infer<typeof Queue>;

export const CategoryView = z.object({
  id: z.string(),
  agencyId: z.string(),
  parentId: z.string().nullable(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  indexClass: z.string(),
  position: z.number().int(),
  active: z.boolean(),
  publishedCount: z.number().int(),
});
export type CategoryView = z.infer<typeof CategoryView>;
export const SaveCategory = z.object({
  agencyId: Id,
  parentId: Id.nullable().default(null),
  code: text(40).min(1),
  name: text(100).min(1),
  nameEn: text(100).default(''),
  indexClass: z.string().regex(/^\d{2,4}$/),
  position: z.number().int().default(0),
  active: z.boolean().default(true),
});

export const ChainStep = z.object({
  step: z.enum(REVIEW_STEPS),
  roles: z.array(z.string()).min(1),
  skippable: z.boolean().describe('May be skipped by the person who decides the step before'),
});
export const Chain = z.array(ChainStep).min(1).max(4);
export type Chain = z.infer<typeof Chain>;
export const IndexPattern = z.object({
  preset: z.enum(['national', 'fujian', 'custom']),
  pattern: text(100).describe('{body}, {class}, {year} and {seq:5}'),
  body: text(40).describe('Organisation or body code'),
  scope: z.enum(['year', 'class-year']).describe('Where the running number starts again'),
});
export type IndexPattern = z.infer<typeof IndexPattern>;
export const Settings = z.object({
  agencyId: z.string(),
  chain: Chain,
  indexPattern: IndexPattern,
  nextIndexNumber: z.string(),
  revision: z.number().int(),
});
export type Settings = z.infer<typeof Settings>;
export const SaveSettings = z.object({ revision: Revision, chain: Chain, indexPattern: IndexPattern });

export const DiffPart = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export const Diff = z.object({
  from: z.number().int(),
  to: z.number().int(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  body: z.array(DiffPart),
  attachments: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
});
export type Diff = z.infer<typeof Diff>;

/** A figure and the list that makes it up: the same query on the item list. */
export const Figure = z.object({ key: z.string(), value: z.number().int(), list: z.string() });
export type Figure = z.infer<typeof Figure>;
export const Statistics = z.object({
  agencyId: z.string(),
  year: z.number().int(),
  published: Figure,
  byCategory: z.array(Figure.extend({ name: z.string() })),
  byUnit: z.array(Figure.extend({ name: z.string() })),
  byMonth: z.array(Figure),
  amended: Figure,
  repealed: Figure,
  withdrawn: Figure,
  inTime: Figure,
  late: Figure,
  overdue: Figure,
  medianDaysToPublish: z.number().nullable(),
  years: z.array(z.number().int()),
});
export type Statistics = z.infer<typeof Statistics>;

export const ImportFileView = z.object({
  path: z.string(),
  status: z.enum(['waiting', 'done', 'duplicate', 'refused']),
  code: z.string().nullable(),
  message: z.string().nullable(),
  itemId: z.string().nullable(),
});
export const ImportJob = z.object({
  id: z.string(),
  agencyId: z.string(),
  status: z.enum(['running', 'done', 'interrupted', 'failed']),
  total: z.number().int(),
  done: z.number().int(),
  created: z.number().int(),
  duplicates: z.number().int(),
  refused: z.number().int(),
  startedAt: z.string(),
  files: z.array(ImportFileView),
});
export type ImportJob = z.infer<typeof ImportJob>;
