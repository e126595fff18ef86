import { useNavigate } from 'react-router';
import type { ItemView, Queue } from '../../../src/information/contract.ts';
import { foreseeItem, keepItem } from '../items/api.ts';
import { queries } from '../queries.ts';
import { QUEUE_KEY } from '../queue/api.ts';

/** After a decision: on to the next item that waits for one; back to the queue when none does. */
export function useNext(): (decided: ItemView) => void {
  const navigate = useNavigate();
  return (decided) => {
    const queue = queries.getQueryData<Queue>(QUEUE_KEY);
    const waiting = queue?.groups.find((one) => one.group === 'to-decide')?.items ?? [];
    const at = waiting.findIndex((one) => one.id === decided.id);
    const rest = waiting.filter((one) => one.id !== decided.id);
    const next = rest[Math.max(0, at)] ?? rest[0];
    keepItem(decided);
    if (next) foreseeItem(next.id);
    void navigate(next ? `/items/${next.id}` : '/');
  };
}
