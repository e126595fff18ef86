import type { ItemView } from '../../../src/information/contract.ts';
import { useTexts } from '../texts/index.tsx';
import { shownInstant } from '../ui/time.ts';

/** Who did what, newest first. */
export function History({ item }: { item: ItemView }) {
  const { t, name } = useTexts();
  const steps = [...item.steps].sort((a, b) => b.step - a.step);
  return (
    <section className="card">
      <h2>{t('history.title')}</h2>
      {steps.length === 0 ? <p className="quiet">{t('history.empty')}</p> : null}
      <ol className="history">
        {steps.map((one) => (
          <li key={one.step} className={`history-${one.action}`}>
            <p>
              <strong>{name('action', one.action)}</strong>
              {one.fromState === one.toState ? null : (
                <span>
                  {' '}
                  {name('state', one.fromState)} → {name('state', one.toState)}
                </span>
              )}
            </p>
            <p className="quiet">
              {one.personName}
              {one.onBehalfOf ? ` ${t('history.onBehalf', { name: one.onBehalfOf })}` : ''} ·{' '}
              {shownInstant(one.at)} · {t('history.version', { version: one.version })}
            </p>
            {one.comment ? <blockquote>{one.comment}</blockquote> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
