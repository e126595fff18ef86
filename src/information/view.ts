import { type Actor, can } from '../agencies/index.ts';
import { type Language, type Queryable, type Services, translate } from '../platform/index.ts';
import { returnTargets, stepsFor } from './chain.ts';
import type { ActionOffer, Fields, Finding, ItemView, Proposal } from './contract.ts';
import { placementOf } from './draft.ts';
import type { Refusal } from './errors.ts';
import {
  refuseApproval,
  refuseChange,
  refuseDiscard,
  refuseEdit,
  refuseOverride,
  refusePublish,
  refuseReturn,
  refuseSubmit,
  refuseUnschedule,
  refuseWithdraw,
  type Situation,
} from './lifecycle.ts';
import { rowsById } from './list.ts';
import { partyOf, situationOf } from './situation.ts';
import type { ReviewStep, State } from './states.ts';
import { attachmentsOf, type ItemWithVersion, loadItem } from './store.ts';
import { timelinessView } from './timeliness-view.ts';

/** Everything one screen of the workbench shows of an item: evidence, history, and what this person may do. */
export async function viewItem(
  services: Services,
  actor: Actor,
  itemId: string,
  language: Language,
): Promise<ItemView> {
  const { read } = services.database;
  const item = await loadItem(read, itemId);
  const situation = await situationOf(read, item);
  const [row] = await rowsById(services, [itemId]);
  const steps = await read
    .selectFrom('review_step')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('step')
    .execute();
  const chain = stepsFor(situation.chain, situation.sensitive);
  return {
    ...row!,
    fields: fieldsOf(item),
    placement: placementOf(item),
    changeReason: item.change_reason,
    timeliness: timelinessView(item.formed_on, row!.publishedOn, services.clock.today(), language),
    chain: chain.map(({ step }) => ({
      step,
      status: chainStatus(step, chain, situation.state, steps, item.version),
    })),
    returnTargets: returnTargets(chain, situation.state),
    attachments: (await attachmentsOf(read, itemId, item.version)).map((one) => ({
      id: one.id,
      name: one.name,
      mediaType: one.media_type,
      sizeBytes: one.size_bytes,
      sha256: one.sha256,
      published: one.published === 1,
    })),
    findings: await findingsView(read, item, language),
    proposals: JSON.parse(item.proposals) as Proposal[],
    versions: await versionsView(read, itemId),
    steps: steps.map((one) => ({
      step: one.step,
      version: one.version,
      fromState: one.from_state,
      toState: one.to_state,
      action: one.action,
      personName: one.person_name,
      onBehalfOf: one.on_behalf_of,
      at: one.at,
      comment: one.comment,
    })),
    comments: await commentsView(read, itemId),
    actions: actionsView(situation, actor, item, services.clock.today(), language),
    sourceUrl: item.source_url,
    originallyPublishedOn: item.originally_published_on,
  };
}

function fieldsOf(item: ItemWithVersion): Fields {
  return {
    title: item.title,
    documentNumber: item.document_number,
    issuingAgency: item.issuing_agency,
    formedOn: item.formed_on,
    genre: item.genre,
    subject: item.subject,
    keywords: item.keywords,
    summary: item.summary,
    bodyHtml: item.body_html,
  };
}

function chainStatus(
  step: ReviewStep,
  chain: readonly { step: ReviewStep }[],
  state: State,
  history: readonly { version: number; action: string; from_state: string }[],
  version: number,
): 'done' | 'current' | 'ahead' | 'skipped' {
  if (step === state) return 'current';
  const at = chain.findIndex((one) => one.step === state);
  const passed = state !== 'draft' && (at < 0 || chain.findIndex((one) => one.step === step) < at);
  if (!passed) return 'ahead';
  const decided = history.some(
    (one) => one.version === version && one.action === 'approve' && one.from_state === step,
  );
  return decided ? 'done' : 'skipped';
}

async function findingsView(
  database: Queryable,
  item: ItemWithVersion,
  language: Language,
): Promise<Finding[]> {
  const rows = await database
    .selectFrom('item_finding as f')
    .leftJoin('finding_override as o', (join) =>
      join
        .onRef('o.item_id', '=', 'f.item_id')
        .onRef('o.version', '=', 'f.version')
        .onRef('o.key', '=', 'f.key'),
    )
    .selectAll('f')
    .select(['o.reason as overrideReason', 'o.person_name as overridePerson', 'o.at as overrideAt'])
    .where('f.item_id', '=', item.id)
    .where('f.version', '=', item.version)
    .orderBy('f.field')
    .orderBy('f.start')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    detector: row.detector,
    severity: row.severity as Finding['severity'],
    field: row.field,
    start: row.start,
    end: row.end,
    excerpt: row.excerpt,
    why: language === 'zh' ? row.why_zh : row.why_en,
    source: row.source,
    override:
      row.overrideReason === null
        ? null
        : { reason: row.overrideReason, personName: row.overridePerson ?? '', at: row.overrideAt ?? '' },
  }));
}

async function versionsView(database: Queryable, itemId: string): Promise<ItemView['versions']> {
  const rows = await database
    .selectFrom('item_version as v')
    .innerJoin('person as p', 'p.id', 'v.created_by')
    .leftJoin('publication_entry as e', (join) =>
      join
        .onRef('e.item_id', '=', 'v.item_id')
        .onRef('e.version', '=', 'v.version')
        .on('e.action', '!=', 'withdraw'),
    )
    .select([
      'v.version',
      'v.change',
      'v.change_reason',
      'v.title',
      'v.created_at',
      'p.name',
      'e.at',
      'e.seq',
    ])
    .where('v.item_id', '=', itemId)
    .orderBy('v.version')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    change: row.change as ItemView['change'],
    changeReason: row.change_reason,
    title: row.title,
    createdByName: row.name,
    createdAt: row.created_at,
    publishedAt: row.at,
    seq: row.seq,
  }));
}

async function commentsView(database: Queryable, itemId: string): Promise<ItemView['comments']> {
  const rows = await database
    .selectFrom('item_comment')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personName: row.person_name,
    at: row.at,
    text: row.text,
    version: row.version,
  }));
}

function actionsView(
  situation: Situation,
  actor: Actor,
  item: ItemWithVersion,
  today: string,
  language: Language,
): ActionOffer[] {
  const party = partyOf(actor, item.agency_id, item.unit_id);
  const offer = (action: ActionOffer['action'], reasons: Refusal[]): ActionOffer => ({
    action,
    allowed: reasons.length === 0,
    reasons: [...new Set(reasons)].map((code) => ({ code, message: translate(`refusal.${code}`, language) })),
  });
  const change = situation.publicStatus === 'withdrawn' ? 'reinstate' : 'amend';
  const beforeReviewer = situation.state === 'unit-review';
  const judged = beforeReviewer ? { ...situation, openCriticalFindings: 0 } : situation;
  return [
    offer('edit', refuseEdit(situation, party)),
    offer('discard', refuseDiscard(situation, party)),
    offer('submit', refuseSubmit(situation, party, [], today)),
    offer('approve', refuseApproval(judged, party, [])),
    offer('return', refuseReturn(situation, party, 'draft')),
    offer('publish', refusePublish(situation, party)),
    offer('unschedule', refuseUnschedule(situation, party)),
    offer('change', refuseChange(situation, party, change)),
    offer('withdraw', refuseWithdraw(situation, party)),
    offer('override', refuseOverride(situation, party)),
    offer('comment', can(actor, 'item.read', item.agency_id) ? [] : ['NO_PERMISSION']),
  ];
}
