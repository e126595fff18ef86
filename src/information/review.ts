import { type Actor, recordAudit } from '../agencies/index.ts';
import type { Services, Tx } from '../platform/index.ts';
import { stateAfter, stepsFor } from './chain.ts';
import {
  decidingRole,
  type Party,
  refuseApproval,
  refuseReturn,
  refuseSubmit,
  type Situation,
} from './lifecycle.ts';
import { publishWithin, scheduleWithin } from './publish.ts';
import { refuse } from './refuse.ts';
import { screenVersion } from './screening.ts';
import type { InformationServices } from './services.ts';
import { partyOf, situationOf } from './situation.ts';
import type { ReviewStep, State } from './states.ts';
import { criticalOpen, type ItemWithVersion, loadItem, recordStep, touchItem } from './store.ts';

export interface Decision {
  revision: number;
  comment?: string | null;
  skip?: readonly ReviewStep[];
}

/**
 * Hands the draft in (报送): it is screened and goes to the first step of the chain.
 * @throws InformationError 'NOT_ALLOWED' with everything that is missing
 */
export async function submitItem(
  services: Services,
  actor: Actor,
  itemId: string,
  input: Decision,
): Promise<State> {
  return services.database.write(async (tx) => {
    const { item, situation, party } = await openCase(tx, actor, itemId, input.revision);
    refuse(refuseSubmit(situation, party, input.skip ?? [], services.clock.today()));
    await screenVersion(tx, item, services.clock.today());
    const to = stateAfter(stepsFor(situation.chain, situation.sensitive), 'draft', input.skip ?? []);
    await move(tx, services, actor, item, { action: 'submit', to, comment: input.comment ?? null });
    return to;
  });
}

/**
 * Passes the item on from the current step (审定). After the last step a proactive item is approved, and
 * published or scheduled in the same stroke if asked; any other is kept with its ground.
 * @param publishAt 'now' or a UTC instant, only with the last approval
 */
export async function approveItem(
  services: InformationServices,
  actor: Actor,
  itemId: string,
  input: Decision & { publishAt?: string | null },
): Promise<State> {
  return services.database.write(async (tx) => {
    const opened = await openCase(tx, actor, itemId, input.revision);
    const { item, party } = opened;
    await screenVersion(tx, item, services.clock.today());
    const situation = {
      ...opened.situation,
      openCriticalFindings: await openFindings(tx, item, opened.situation),
    };
    refuse(refuseApproval(situation, party, input.skip ?? []));
    const next = stateAfter(
      stepsFor(situation.chain, situation.sensitive),
      situation.state,
      input.skip ?? [],
    );
    const to: State = next === 'approved' && situation.attribute !== 'proactive' ? 'withheld' : next;
    const role = decidingRole(situation, party);
    const onBehalfOf = actor.assignments.find((one) => one.delegatedFrom?.personId === role?.delegatedFrom);
    await move(tx, services, actor, item, {
      action: 'approve',
      to,
      comment: input.comment ?? null,
      onBehalfOf: role?.delegatedFrom ? (onBehalfOf?.delegatedFrom?.name ?? null) : null,
    });
    if (to !== 'approved' || !input.publishAt) return to;
    const approved = await loadItem(tx, itemId);
    return input.publishAt === 'now'
      ? publishWithin(tx, services, actor, approved)
      : scheduleWithin(tx, services, actor, approved, input.publishAt);
  });
}

/**
 * A secrecy reviewer passes nothing with open critical findings; the steps before the secrecy review may
 * pass them on, because only the reviewer can answer for them.
 */
async function openFindings(tx: Tx, item: ItemWithVersion, situation: Situation): Promise<number> {
  return situation.state === 'unit-review' ? 0 : criticalOpen(tx, item.id, item.version);
}

/** Sends the item back to any earlier step, with reasons. */
export async function returnItem(
  services: Services,
  actor: Actor,
  itemId: string,
  input: { revision: number; to: State; comment: string },
): Promise<State> {
  return services.database.write(async (tx) => {
    const { item, situation, party } = await openCase(tx, actor, itemId, input.revision);
    refuse(refuseReturn(situation, party, input.to));
    await move(tx, services, actor, item, { action: 'return', to: input.to, comment: input.comment });
    return input.to;
  });
}

interface Case {
  item: ItemWithVersion;
  situation: Situation;
  party: Party;
}

async function openCase(tx: Tx, actor: Actor, itemId: string, revision: number): Promise<Case> {
  const item = await loadItem(tx, itemId, revision);
  const situation = await situationOf(tx, item);
  return { item, situation, party: partyOf(actor, item.agency_id, item.unit_id) };
}

async function move(
  tx: Tx,
  services: Services,
  actor: Actor,
  item: ItemWithVersion,
  step: { action: string; to: State; comment: string | null; onBehalfOf?: string | null },
): Promise<void> {
  await recordStep(tx, services, item, {
    actor,
    action: step.action,
    toState: step.to,
    comment: step.comment,
    onBehalfOf: step.onBehalfOf ?? null,
  });
  await touchItem(tx, services, item, { state: step.to, scheduled_for: null, blocked_reason: null });
  await recordAudit(tx, actor, {
    at: services.clock.now(),
    action: `item.${step.action}`,
    agencyId: item.agency_id,
    subjectKind: 'item',
    subjectId: item.id,
    detail: { from: item.state, to: step.to, version: item.version, onBehalfOf: step.onBehalfOf ?? null },
  });
}
