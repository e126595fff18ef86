import type { Chain } from './contract.ts';
import { InformationError } from './errors.ts';
import { REVIEW_STEPS, type ReviewStep, type State } from './states.ts';

/** The chain an agency has until it sets its own. */
export const DEFAULT_CHAIN: Chain = [
  { step: 'unit-review', roles: ['unit-head'], skippable: true },
  { step: 'secrecy-review', roles: ['secrecy-reviewer'], skippable: false },
  { step: 'risk-assessment', roles: ['disclosure-officer'], skippable: false },
  { step: 'approval', roles: ['approving-leader'], skippable: false },
];

const DECIDING_ROLES = ['unit-head', 'secrecy-reviewer', 'approving-leader', 'disclosure-officer'];

/**
 * @throws InformationError 'BAD_CHAIN' unless the steps stand in their order, once each, decided by deciding
 *   roles, with a secrecy review (《条例》第十七条) and an approval that cannot be skipped
 */
export function checkChain(chain: Chain): void {
  const positions = chain.map((one) => REVIEW_STEPS.indexOf(one.step));
  const ordered = positions.every((position, index) => index === 0 || position > positions[index - 1]!);
  const rolesKnown = chain.every((one) => one.roles.every((role) => DECIDING_ROLES.includes(role)));
  const firm = (step: ReviewStep) => chain.some((one) => one.step === step && !one.skippable);
  if (!ordered || !rolesKnown || !firm('secrecy-review') || !firm('approval'))
    throw new InformationError('BAD_CHAIN');
}

/**
 * The steps one item has to pass: risk assessment (舆情风险评估) only when it is flagged sensitive, and then
 * always, whether the agency's chain names it or not.
 */
export function stepsFor(chain: Chain, sensitive: boolean): Chain {
  const others = chain.filter((one) => one.step !== 'risk-assessment');
  if (!sensitive) return others;
  const own = chain.find((one) => one.step === 'risk-assessment');
  const assessment = {
    step: 'risk-assessment' as const,
    roles: own?.roles ?? ['disclosure-officer'],
    skippable: false,
  };
  const at = others.findIndex((one) => one.step === 'approval');
  return [...others.slice(0, at), assessment, ...others.slice(at)];
}

/**
 * Where an item goes from `state` when it is passed on.
 * @param skip steps the person wants left out; only those that directly follow count
 * @returns the next step, or 'approved' after the last
 */
export function stateAfter(steps: Chain, state: State, skip: readonly ReviewStep[]): ReviewStep | 'approved' {
  const from = steps.findIndex((one) => one.step === state);
  const next = steps.slice(from + 1).find((one) => !(one.skippable && skip.includes(one.step)));
  return next?.step ?? 'approved';
}

/** States in which the chain has been passed and the item is not public. */
export const PASSED: readonly State[] = ['approved', 'scheduled', 'withheld'];

/**
 * The states an item in `state` can be returned to: any earlier step, the draft first. An item that is kept
 * undisclosed is reopened the same way when it is re-examined (第十八条).
 */
export function returnTargets(steps: Chain, state: State): ('draft' | ReviewStep)[] {
  const end = PASSED.includes(state) ? steps.length : steps.findIndex((s) => s.step === state);
  if (end < 0) return [];
  return ['draft', ...steps.slice(0, end).map((one) => one.step)];
}
