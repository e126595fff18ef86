import type { Kysely } from 'kysely';
import type { Migrations } from '../platform/index.ts';

/**
 * Private and mutable: item … import_file. Public and derived from the log: publication_entry and
 * publication; no table below these two is ever read for the public.
 */
declare module '../platform/database.ts' {
  interface Schema {
    information_setting: InformationSettingTable;
    category: CategoryTable;
    item: ItemTable;
    item_version: ItemVersionTable;
    attachment: AttachmentTable;
    review_step: ReviewStepTable;
    item_comment: ItemCommentTable;
    item_finding: ItemFindingTable;
    finding_override: FindingOverrideTable;
    index_counter: IndexCounterTable;
    publication_entry: PublicationEntryTable;
    publication: PublicationTable;
  }
}

/** What each agency sets for itself; the chain and the index pattern are JSON of chain.ts and index-number.ts. */
export interface InformationSettingTable {
  agency_id: string;
  chain: string;
  index_pattern: string;
  revision: number;
}

export interface CategoryTable {
  id: string;
  agency_id: string;
  parent_id: string | null;
  code: string;
  name: string;
  name_en: string;
  /** Class part of the Fujian index number, e.g. 2500. */
  index_class: string;
  position: number;
  active: number;
}

export interface ItemTable {
  id: string;
  agency_id: string;
  unit_id: string | null;
  category_id: string | null;
  section: string;
  attribute: string;
  /** Legal ground (law/attributes.ts) when not proactively disclosed. */
  ground: string | null;
  ground_note: string | null;
  /** Date on which a withheld item comes up for re-examination (第十八条). */
  reexamine_on: string | null;
  sensitive: number;
  /** Where the working version stands; states.ts. */
  state: string;
  version: number;
  public_version: number | null;
  public_status: string | null;
  index_number: string | null;
  scheduled_for: string | null;
  /** What the unattended publication of a scheduled item ran into. */
  blocked_reason: string | null;
  /** Last day for publication (第二十六条), from the working version's date formed. */
  due_on: string | null;
  /** Set by import: where it came from; the same source twice is one item. */
  source_key: string | null;
  source_url: string | null;
  /** Date on which it was public elsewhere before it came here. */
  originally_published_on: string | null;
  revision: number;
  created_by: string;
  created_at: string;
  updated_at: string;
}

export interface ItemVersionTable {
  item_id: string;
  version: number;
  change: string;
  change_reason: string | null;
  title: string;
  document_number: string | null;
  issuing_agency: string | null;
  formed_on: string | null;
  genre: string | null;
  subject: string | null;
  keywords: string | null;
  summary: string | null;
  body_html: string;
  body_text: string;
  /** Comments, properties, hidden text of the source file: seen by screening, never published. */
  extra_texts: string;
  /** Metadata proposals with their places, as shown beside the form (JSON). */
  proposals: string;
  /** Everyone who wrote on this version (JSON array of person ids): none of them may decide on it. */
  authors: string;
  created_by: string;
  created_at: string;
  updated_at: string;
}

export interface AttachmentTable {
  id: string;
  item_id: string;
  version: number;
  position: number;
  name: string;
  media_type: string;
  size_bytes: number;
  sha256: string;
  text: string;
  /** The source file itself, when the text was taken from it, may be kept private. */
  published: number;
}

export interface ReviewStepTable {
  item_id: string;
  /** 1, 2, 3 … in the item's whole history. */
  step: number;
  version: number;
  from_state: string;
  to_state: string;
  action: string;
  person_id: string;
  person_name: string;
  on_behalf_of: string | null;
  at: string;
  comment: string | null;
}

export interface ItemCommentTable {
  id: string;
  item_id: string;
  version: number;
  person_id: string;
  person_name: string;
  at: string;
  text: string;
}

export interface ItemFindingTable {
  item_id: string;
  version: number;
  key: string;
  detector: string;
  severity: string;
  field: string;
  start: number;
  end: number;
  excerpt: string;
  why_zh: string;
  why_en: string;
  source: string;
}

export interface FindingOverrideTable {
  item_id: string;
  version: number;
  key: string;
  detector: string;
  excerpt: string;
  reason: string;
  person_id: string;
  person_name: string;
  at: string;
}

export interface IndexCounterTable {
  agency_id: string;
  scope: string;
  last: number;
}

/** One row an entry of the log, with the record whose hash the entry holds; null once withdrawn. */
export interface PublicationEntryTable {
  seq: number;
  item_id: string;
  agency_id: string;
  version: number;
  action: string;
  at: string;
  reason_code: string | null;
  reason: string | null;
  record: string | null;
}

/** What the public sees now, one row an item; all its columns come from the last entry and its record. */
export interface PublicationTable {
  item_id: string;
  agency_id: string;
  unit_id: string | null;
  category_id: string | null;
  section: string;
  status: string;
  seq: number;
  version: number;
  index_number: string;
  title: string;
  document_number: string | null;
  genre: string | null;
  subject: string | null;
  formed_on: string | null;
  /** Date on which it first became public (here, or elsewhere before). */
  published_on: string;
  updated_at: string;
  withdrawn_on: string | null;
  /** Working days formed → published, null without a date formed. */
  days_to_publish: number | null;
  record: string | null;
}

export const migrations: Migrations = {
  '030-information': {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .createTable('information_setting')
        .addColumn('agency_id', 'text', (c) => c.primaryKey().references('agency.id'))
        .addColumn('chain', 'text', (c) => c.notNull())
        .addColumn('index_pattern', 'text', (c) => c.notNull())
        .addColumn('revision', 'integer', (c) => c.notNull())
        .execute();
      await schema
        .createTable('category')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('agency_id', 'text', (c) => c.notNull().references('agency.id'))
        .addColumn('parent_id', 'text', (c) => c.references('category.id'))
        .addColumn('code', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('name_en', 'text', (c) => c.notNull())
        .addColumn('index_class', 'text', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('active', 'integer', (c) => c.notNull())
        .addUniqueConstraint('category_code', ['agency_id', 'code'])
        .execute();
      await schema
        .createTable('item')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('agency_id', 'text', (c) => c.notNull().references('agency.id'))
        .addColumn('unit_id', 'text', (c) => c.references('unit.id'))
        .addColumn('category_id', 'text', (c) => c.references('category.id'))
        .addColumn('section', 'text', (c) => c.notNull())
        .addColumn('attribute', 'text', (c) => c.notNull())
        .addColumn('ground', 'text')
        .addColumn('ground_note', 'text')
        .addColumn('reexamine_on', 'text')
        .addColumn('sensitive', 'integer', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('public_version', 'integer')
        .addColumn('public_status', 'text')
        .addColumn('index_number', 'text', (c) => c.unique())
        .addColumn('scheduled_for', 'text')
        .addColumn('blocked_reason', 'text')
        .addColumn('due_on', 'text')
        .addColumn('source_key', 'text')
        .addColumn('source_url', 'text')
        .addColumn('originally_published_on', 'text')
        .addColumn('revision', 'integer', (c) => c.notNull())
        .addColumn('created_by', 'text', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .addUniqueConstraint('item_source', ['agency_id', 'source_key'])
        .execute();
      await schema
        .createIndex('item_by_state')
        .on('item')
        .columns(['agency_id', 'state', 'updated_at'])
        .execute();
      await schema
        .createTable('item_version')
        .addColumn('item_id', 'text', (c) => c.notNull().references('item.id'))
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('change', 'text', (c) => c.notNull())
        .addColumn('change_reason', 'text')
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('document_number', 'text')
        .addColumn('issuing_agency', 'text')
        .addColumn('formed_on', 'text')
        .addColumn('genre', 'text')
        .addColumn('subject', 'text')
        .addColumn('keywords', 'text')
        .addColumn('summary', 'text')
        .addColumn('body_html', 'text', (c) => c.notNull())
        .addColumn('body_text', 'text', (c) => c.notNull())
        .addColumn('extra_texts', 'text', (c) => c.notNull())
        .addColumn('proposals', 'text', (c) => c.notNull())
        .addColumn('authors', 'text', (c) => c.notNull())
        .addColumn('created_by', 'text', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('item_version_pk', ['item_id', 'version'])
        .execute();
      await schema
        .createTable('attachment')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('item_id', 'text', (c) => c.notNull().references('item.id'))
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('media_type', 'text', (c) => c.notNull())
        .addColumn('size_bytes', 'integer', (c) => c.notNull())
        .addColumn('sha256', 'text', (c) => c.notNull())
        .addColumn('text', 'text', (c) => c.notNull())
        .addColumn('published', 'integer', (c) => c.notNull())
        .execute();
      await schema
        .createIndex('attachment_by_item')
        .on('attachment')
        .columns(['item_id', 'version', 'position'])
        .execute();
      await schema.createIndex('attachment_by_hash').on('attachment').columns(['sha256']).execute();
      await schema
        .createTable('review_step')
        .addColumn('item_id', 'text', (c) => c.notNull().references('item.id'))
        .addColumn('step', 'integer', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('from_state', 'text', (c) => c.notNull())
        .addColumn('to_state', 'text', (c) => c.notNull())
        .addColumn('action', 'text', (c) => c.notNull())
        .addColumn('person_id', 'text', (c) => c.notNull())
        .addColumn('person_name', 'text', (c) => c.notNull())
        .addColumn('on_behalf_of', 'text')
        .addColumn('at', 'text', (c) => c.notNull())
        .addColumn('comment', 'text')
        .addPrimaryKeyConstraint('review_step_pk', ['item_id', 'step'])
        .execute();
      await schema
        .createTable('item_comment')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('item_id', 'text', (c) => c.notNull().references('item.id'))
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('person_id', 'text', (c) => c.notNull())
        .addColumn('person_name', 'text', (c) => c.notNull())
        .addColumn('at', 'text', (c) => c.notNull())
        .addColumn('text', 'text', (c) => c.notNull())
        .execute();
      await schema
        .createTable('item_finding')
        .addColumn('item_id', 'text', (c) => c.notNull().references('item.id'))
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('detector', 'text', (c) => c.notNull())
        .addColumn('severity', 'text', (c) => c.notNull())
        .addColumn('field', 'text', (c) => c.notNull())
        .addColumn('start', 'integer', (c) => c.notNull())
        .addColumn('end', 'integer', (c) => c.notNull())
        .addColumn('excerpt', 'text', (c) => c.notNull())
        .addColumn('why_zh', 'text', (c) => c.notNull())
        .addColumn('why_en', 'text', (c) => c.notNull())
        .addColumn('source', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('item_finding_pk', ['item_id', 'version', 'key'])
        .execute();
      await schema
        .createTable('finding_override')
        .addColumn('item_id', 'text', (c) => c.notNull().references('item.id'))
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('detector', 'text', (c) => c.notNull())
        .addColumn('excerpt', 'text', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('person_id', 'text', (c) => c.notNull())
        .addColumn('person_name', 'text', (c) => c.notNull())
        .addColumn('at', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('finding_override_pk', ['item_id', 'version', 'key'])
        .execute();
      await schema
        .createTable('index_counter')
        .addColumn('agency_id', 'text', (c) => c.notNull().references('agency.id'))
        .addColumn('scope', 'text', (c) => c.notNull())
        .addColumn('last', 'integer', (c) => c.notNull())
        .addPrimaryKeyConstraint('index_counter_pk', ['agency_id', 'scope'])
        .execute();
      await schema
        .createTable('publication_entry')
        .addColumn('seq', 'integer', (c) => c.primaryKey().references('log_entry.seq'))
        .addColumn('item_id', 'text', (c) => c.notNull().references('item.id'))
        .addColumn('agency_id', 'text', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('action', 'text', (c) => c.notNull())
        .addColumn('at', 'text', (c) => c.notNull())
        .addColumn('reason_code', 'text')
        .addColumn('reason', 'text')
        .addColumn('record', 'text')
        .execute();
      await schema
        .createIndex('publication_entry_by_item')
        .on('publication_entry')
        .columns(['item_id', 'seq'])
        .execute();
      await schema
        .createTable('publication')
        .addColumn('item_id', 'text', (c) => c.primaryKey().references('item.id'))
        .addColumn('agency_id', 'text', (c) => c.notNull())
        .addColumn('unit_id', 'text')
        .addColumn('category_id', 'text')
        .addColumn('section', 'text', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('index_number', 'text', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('document_number', 'text')
        .addColumn('genre', 'text')
        .addColumn('subject', 'text')
        .addColumn('formed_on', 'text')
        .addColumn('published_on', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .addColumn('withdrawn_on', 'text')
        .addColumn('days_to_publish', 'integer')
        .addColumn('record', 'text')
        .execute();
      await schema
        .createIndex('publication_by_date')
        .on('publication')
        .columns(['agency_id', 'section', 'published_on'])
        .execute();
      await schema
        .createIndex('publication_by_category')
        .on('publication')
        .columns(['agency_id', 'category_id', 'published_on'])
        .execute();
    },
  },
};
