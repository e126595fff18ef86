import type { ItemView } from '../../../src/information/contract.ts';
import { useTexts } from '../texts/index.tsx';

const SIGNS = { done: '✓', current: '▶', ahead: '○', skipped: '–' } as const;

/** How far the item has come on its way. */
export function Chain({ chain }: { chain: ItemView['chain'] }) {
  const { t, name } = useTexts();
  if (chain.length === 0) return null;
  return (
    <ol className="chain" aria-label={t('review.chain')}>
      {chain.map((one) => (
        <li
          key={one.step}
          className={`chain-${one.status}`}
          {...(one.status === 'current' ? { 'aria-current': 'step' as const } : {})}
        >
          <span aria-hidden="true">{SIGNS[one.status]} </span>
          {name('state', one.step)}
          <span className="unseen"> {name('chain', one.status)}</span>
        </li>
      ))}
    </ol>
  );
}
