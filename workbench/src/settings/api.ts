import { useQuery } from '@tanstack/react-query';
import type { Chain, Settings } from '../../../src/information/contract.ts';
import type { ReviewStep } from '../../../src/information/states.ts';
import { get } from '../api.ts';

export type { ReviewStep } from '../../../src/information/states.ts';

export const settingsKey = (agencyId: string) => ['settings', agencyId];

/** The chain and the index pattern an agency has set. */
export function useSettings(agencyId: string | undefined) {
  return useQuery({
    queryKey: settingsKey(agencyId ?? ''),
    queryFn: () => get<Settings>(`/settings/${agencyId}`),
    enabled: Boolean(agencyId),
    staleTime: 5 * 60_000,
  });
}

/** The steps right after `state` that may be left out (information/chain.ts decides again). */
export function skippableAfter(chain: Chain, state: string, sensitive: boolean): ReviewStep[] {
  const steps = chain.filter((one) => one.step !== 'risk-assessment' || sensitive);
  const following = steps.slice(steps.findIndex((one) => one.step === state) + 1);
  const firm = following.findIndex((one) => !one.skippable || one.step === 'risk-assessment');
  return following.slice(0, firm < 0 ? undefined : firm).map((one) => one.step);
}
