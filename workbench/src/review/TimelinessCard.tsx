import type { Timeliness } from '../../../src/information/contract.ts';
import { useTexts } from '../texts/index.tsx';
import { Light } from '../ui/Light.tsx';

/** The light and the chain of reasons behind it, with articles. */
export function TimelinessCard({ timeliness }: { timeliness: Timeliness }) {
  const { t } = useTexts();
  const { elapsedWorkingDays, limitDays, daysLate, reasons } = timeliness;
  return (
    <section className="card">
      <h2>{t('items.timeliness')}</h2>
      <p className="timeliness-line">
        <Light timeliness={timeliness} />
        {elapsedWorkingDays === null ? null : (
          <span>{t('timeliness.elapsed', { days: elapsedWorkingDays, limit: limitDays })}</span>
        )}
        {daysLate > 0 ? <strong>{t('timeliness.daysLate', { days: daysLate })}</strong> : null}
      </p>
      <ol className="reasons">
        {reasons.map((one) => (
          <li key={`${one.rule}${one.date}`}>
            {one.text} <span className="finding-source">{one.article}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
