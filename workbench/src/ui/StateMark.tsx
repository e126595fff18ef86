import type { ItemRow } from '../../../src/information/contract.ts';
import { useTexts } from '../texts/index.tsx';
import { shownInstant } from './time.ts';

/** Where an item stands: the working version's state, and beside it what the public sees when that differs. */
export function StateMark({ item }: { item: ItemRow }) {
  const { t, name } = useTexts();
  const settled = item.state === 'published' && item.publicStatus !== null;
  return (
    <span className="state-marks">
      <span className={`mark mark-${settled ? item.publicStatus : item.state}`}>
        {settled ? name('publicStatus', item.publicStatus) : name('state', item.state)}
      </span>
      {item.change !== 'publish' && !settled ? (
        <span className="mark mark-change">{name('change', item.change)}</span>
      ) : null}
      {item.scheduledFor ? <span className="mark-note">{shownInstant(item.scheduledFor)}</span> : null}
      {item.criticalFindings > 0 ? (
        <span className="mark mark-critical">{t('item.critical', { count: item.criticalFindings })}</span>
      ) : null}
      {item.sensitive ? <span className="mark mark-sensitive">{t('item.sensitive')}</span> : null}
    </span>
  );
}
