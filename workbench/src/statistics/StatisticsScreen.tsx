import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { Statistics } from '../../../src/information/contract.ts';
import { get } from '../api.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Page } from '../ui/Page.tsx';
import { Nothing, Ready } from '../ui/States.tsx';
import { today } from '../ui/time.ts';
import { Bars } from './Bars.tsx';

/** A year in figures, each of which opens the list that makes it up. */
export default function StatisticsScreen() {
  const { t } = useTexts();
  const { agency } = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year') ?? today().slice(0, 4));
  const reading = useQuery({
    queryKey: ['statistics', agency?.id, year],
    queryFn: () => get<Statistics>('/statistics', { agency: agency?.id, year }),
    enabled: Boolean(agency),
  });
  if (!agency) return <Nothing title={t('app.noAgency')} />;
  return (
    <Page
      title={t('statistics.title')}
      lead={t('statistics.lead')}
      actions={
        <Choice
          label={t('statistics.year')}
          value={String(year)}
          onChange={(value) => setSearch({ year: value })}
          options={yearOptions(year, reading.data?.years ?? [])}
        />
      }
    >
      <Ready of={reading}>{(figures) => <Figures figures={figures} />}</Ready>
    </Page>
  );
}

function yearOptions(year: number, years: readonly number[]) {
  const all = new Set([...years, year, Number(today().slice(0, 4))]);
  return [...all].sort((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }));
}

function Figures({ figures }: { figures: Statistics }) {
  const { t } = useTexts();
  const tiles = [
    { text: t('statistics.published'), figure: figures.published, tone: 'plain' },
    { text: t('statistics.inTime'), figure: figures.inTime, tone: 'good' },
    { text: t('statistics.late'), figure: figures.late, tone: 'bad' },
    { text: t('statistics.overdue'), figure: figures.overdue, tone: 'bad' },
    { text: t('statistics.amended'), figure: figures.amended, tone: 'plain' },
    { text: t('statistics.repealed'), figure: figures.repealed, tone: 'plain' },
    { text: t('statistics.withdrawn'), figure: figures.withdrawn, tone: 'plain' },
  ];
  const months = figures.byMonth.map((one) => ({
    ...one,
    name: t('statistics.month', { month: Number(one.key.slice(-2)) }),
  }));
  return (
    <>
      <ul className="tiles">
        {tiles.map(({ text, figure, tone }) => (
          <li key={figure.key}>
            <Link to={`/items?${figure.list}`} className={`tile tile-${figure.value > 0 ? tone : 'plain'}`}>
              <strong>{figure.value}</strong>
              <span>{text}</span>
            </Link>
          </li>
        ))}
        <li>
          <div className="tile">
            <strong>{figures.medianDaysToPublish ?? '–'}</strong>
            <span>{t('statistics.median')}</span>
          </div>
        </li>
      </ul>
      <div className="chart-row">
        <Bars title={t('statistics.byCategory')} figures={figures.byCategory} />
        <Bars title={t('statistics.byUnit')} figures={figures.byUnit} />
      </div>
      <Bars title={t('statistics.byMonth')} figures={months} />
    </>
  );
}
