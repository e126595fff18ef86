import { Link } from 'react-router';
import type { Statistics } from '../../../src/information/contract.ts';
import { useTexts } from '../texts/index.tsx';

type Named = Statistics['byCategory'][number];

/** A bar chart that is a table: every bar has its number, every number opens its records. */
export function Bars({ title, figures }: { title: string; figures: readonly Named[] }) {
  const { t } = useTexts();
  const most = Math.max(1, ...figures.map((one) => one.value));
  return (
    <section className="card">
      <table className="bars">
        <caption>{title}</caption>
        <tbody>
          {figures.map((one) => (
            <tr key={one.key}>
              <th scope="row">{one.name || t('statistics.without')}</th>
              <td>
                <span
                  className="bar"
                  style={{ inlineSize: `${(one.value / most) * 100}%` }}
                  aria-hidden="true"
                />
              </td>
              <td className="bar-value">
                <Link to={`/items?${one.list}`}>{one.value}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {figures.length === 0 ? <p className="quiet">{t('statistics.nothing')}</p> : null}
    </section>
  );
}
