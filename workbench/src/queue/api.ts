import { useQuery } from '@tanstack/react-query';
import type { Queue } from '../../../src/information/contract.ts';
import { get } from '../api.ts';

export const QUEUE_KEY = ['queue'];

/** Everything that is due for the person signed in; looked at again each minute. */
export function useQueue() {
  return useQuery({ queryKey: QUEUE_KEY, queryFn: () => get<Queue>('/queue'), refetchInterval: 60_000 });
}
