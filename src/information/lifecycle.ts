import { PASSED, returnTargets, stepsFor } from './chain.ts';
import type { Chain } from './contract.ts';
import type { Refusal } from './errors.ts';
import type { Attribute, Change, PublicStatus, ReviewStep, Section, State } from './states.ts';

/** What the rules need to know of an item; built by the store, never changed here. */
export interface Situation {
  state: State;
  change: Change;
  publicStatus: PublicStatus | null;
  attribute: Attribute;
  section: Section;
  sensitive: boolean;
  chain: Chain;
  unitId: string | null;
  /** Everyone who wrote on the working version. */
  authors: readonly string[];
  title: string;
  hasContent: boolean;
  hasCategory: boolean;
  formedOn: string | null;
  issuingAgency: string | null;
  ground: string | null;
  reexamineOn: string | null;
  openCriticalFindings: number;
}

/** A person as this item sees them: permissions and roles in the item's agency. */
export interface Party {
  personId: string;
  permissions: ReadonlySet<'item.write' | 'item.publish' | 'item.withdraw' | 'finding.override'>;
  roles: readonly { role: string; unitId: string | null; delegatedFrom: string | null }[];
}

const REVIEWED: readonly State[] = ['unit-review', 'secrecy-review', 'risk-assessment', 'approval'];

/** Reasons why the working version cannot be edited: it is under review, or public. */
export function refuseEdit(situation: Situation, party: Party): Refusal[] {
  return collect(
    [!party.permissions.has('item.write'), 'NO_PERMISSION'],
    [situation.state !== 'draft', 'NOT_IN_THIS_STATE'],
  );
}

/** Reasons why the draft cannot be handed in (报送). */
export function refuseSubmit(
  situation: Situation,
  party: Party,
  skip: readonly ReviewStep[],
  today: string,
): Refusal[] {
  return [...refuseEdit(situation, party), ...incomplete(situation, today), ...refuseSkip(situation, skip)];
}

/** What a version must hold before anyone reviews it. */
export function incomplete(situation: Situation, today: string): Refusal[] {
  const proactive = situation.attribute === 'proactive';
  return collect(
    [situation.title === '', 'TITLE_MISSING'],
    [!situation.hasContent, 'CONTENT_MISSING'],
    [situation.section === 'catalogue' && !situation.hasCategory, 'CATEGORY_MISSING'],
    [situation.section === 'catalogue' && situation.formedOn === null, 'FORMED_ON_MISSING'],
    [situation.formedOn !== null && situation.formedOn > today, 'FORMED_ON_IN_FUTURE'],
    [!situation.issuingAgency, 'ISSUER_MISSING'],
    [!proactive && !situation.ground, 'GROUND_MISSING'],
    [situation.attribute === 'not-disclosed' && !situation.reexamineOn, 'REEXAMINATION_DATE_MISSING'],
    [!proactive && situation.publicStatus === 'in-force', 'ALREADY_PUBLISHED_ITEM'],
  );
}

/** Reasons why this person cannot decide on the current step; four eyes: never on one's own work (审定). */
export function refuseDecision(situation: Situation, party: Party): Refusal[] {
  if (!REVIEWED.includes(situation.state)) return ['NOT_IN_THIS_STATE'];
  return collect(
    [situation.authors.includes(party.personId), 'OWN_WORK'],
    [decidingRole(situation, party) === undefined, 'NOT_YOUR_STEP'],
  );
}

/** Approval passes the item on; critical findings block it until a secrecy reviewer has answered for them. */
export function refuseApproval(situation: Situation, party: Party, skip: readonly ReviewStep[]): Refusal[] {
  return [
    ...refuseDecision(situation, party),
    ...collect([situation.openCriticalFindings > 0, 'CRITICAL_FINDINGS']),
    ...refuseSkip(situation, skip),
  ];
}

export function refuseReturn(situation: Situation, party: Party, to: State): Refusal[] {
  const may = PASSED.includes(situation.state)
    ? collect([!party.permissions.has('item.publish'), 'NO_PERMISSION'])
    : refuseDecision(situation, party);
  const targets: string[] = returnTargets(stepsFor(situation.chain, situation.sensitive), situation.state);
  return [...may, ...collect([!targets.includes(to), 'NOT_AN_EARLIER_STEP'])];
}

/**
 * The role in which a person decides the current step: their own before a lent one; a role lent by an author
 * does not count, and a unit's role only for that unit's items.
 */
export function decidingRole(
  situation: Pick<Situation, 'state' | 'chain' | 'sensitive' | 'unitId' | 'authors'>,
  party: Party,
): Party['roles'][number] | undefined {
  const step = stepsFor(situation.chain, situation.sensitive).find((one) => one.step === situation.state);
  const fitting = party.roles.filter(
    (one) =>
      step?.roles.includes(one.role) &&
      (one.unitId === null || one.unitId === situation.unitId) &&
      !(one.delegatedFrom !== null && situation.authors.includes(one.delegatedFrom)),
  );
  return fitting.find((one) => one.delegatedFrom === null) ?? fitting[0];
}

/** Reasons why an approved version cannot be published now. */
export function refusePublish(situation: Situation, party: Party): Refusal[] {
  return collect(
    [!party.permissions.has('item.publish'), 'NO_PERMISSION'],
    [situation.state !== 'approved' && situation.state !== 'scheduled', 'NOT_IN_THIS_STATE'],
    [situation.attribute !== 'proactive', 'NOT_PROACTIVE'],
    [situation.openCriticalFindings > 0, 'CRITICAL_FINDINGS'],
  );
}

/** Reasons why an item cannot be taken off the schedule. */
export function refuseUnschedule(situation: Situation, party: Party): Refusal[] {
  return collect(
    [!party.permissions.has('item.publish'), 'NO_PERMISSION'],
    [situation.state !== 'scheduled', 'NOT_IN_THIS_STATE'],
  );
}

/** Reasons why a published item cannot be given a new version of this kind. */
export function refuseChange(situation: Situation, party: Party, change: Change): Refusal[] {
  const withdrawn = situation.publicStatus === 'withdrawn';
  return collect(
    [!party.permissions.has('item.write'), 'NO_PERMISSION'],
    [situation.publicStatus === null, 'NOT_PUBLIC'],
    [situation.publicStatus !== null && situation.state !== 'published', 'CHANGE_IN_PROGRESS'],
    [withdrawn && change !== 'reinstate', 'ALREADY_WITHDRAWN'],
    [!withdrawn && change === 'reinstate', 'NOT_WITHDRAWN'],
    [situation.publicStatus === 'repealed' && change === 'repeal', 'ALREADY_REPEALED'],
  );
}

/** Withdrawal (撤回) takes one person with the right, at once: what leaked must go before anyone meets. */
export function refuseWithdraw(situation: Situation, party: Party): Refusal[] {
  return collect(
    [!party.permissions.has('item.withdraw'), 'NO_PERMISSION'],
    [situation.publicStatus === null, 'NOT_PUBLIC'],
    [situation.publicStatus === 'withdrawn', 'ALREADY_WITHDRAWN'],
  );
}

/** Only a version that never became public can be thrown away. */
export function refuseDiscard(situation: Situation, party: Party): Refusal[] {
  return refuseEdit(situation, party);
}

export function refuseOverride(situation: Situation, party: Party): Refusal[] {
  return collect(
    [!party.permissions.has('finding.override'), 'NO_PERMISSION'],
    [situation.authors.includes(party.personId), 'OWN_WORK'],
    [!['draft', ...REVIEWED, 'approved', 'scheduled'].includes(situation.state), 'NOT_IN_THIS_STATE'],
  );
}

function refuseSkip(situation: Situation, skip: readonly ReviewStep[]): Refusal[] {
  const steps = stepsFor(situation.chain, situation.sensitive);
  const firm = skip.some((step) => !steps.some((one) => one.step === step && one.skippable));
  return collect([firm, 'STEP_NOT_SKIPPABLE']);
}

function collect(...rules: [boolean, Refusal][]): Refusal[] {
  return rules.filter(([applies]) => applies).map(([, refusal]) => refusal);
}
