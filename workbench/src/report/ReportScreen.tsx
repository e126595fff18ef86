import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ReportRecord, ReportTextKey, YearlyReportView } from '../../../src/reports/contract.ts';
import { address, get, post } from '../api.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Page } from '../ui/Page.tsx';
import { Nothing, Ready } from '../ui/States.tsx';
import { today } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';
import { ReportText } from './ReportText.tsx';

const TEXTS: readonly ReportTextKey[] = ['overview', 'difficulties', 'plan'];
const FIRST_YEAR = 2008;

/** The yearly report: figures come from the records and open them; a person writes only the texts. */
export default function ReportScreen() {
  const { t } = useTexts();
  const { agency } = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const thisYear = Number(today().slice(0, 4));
  const year = Number(search.get('year') ?? thisYear - 1);
  const reading = useQuery({
    queryKey: ['report', agency?.id, year],
    queryFn: () => get<YearlyReportView>(`/reports/${agency?.id}/${year}`, { form: '2014' }),
    enabled: Boolean(agency),
  });
  if (!agency) return <Nothing title={t('app.noAgency')} />;
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => String(thisYear - index));
  return (
    <Page
      title={t('report.title', { year })}
      lead={t('report.lead')}
      actions={
        <>
          <Choice
            label={t('statistics.year')}
            value={String(year)}
            onChange={(value) => setSearch({ year: value })}
            options={years.map((one) => ({ value: one, label: one }))}
          />
          <Button href={address(`/reports/${agency.id}/${year}/report.docx`, { form: '2014' })}>
            {t('report.docx')}
          </Button>
          <ToItem agencyId={agency.id} year={year} />
        </>
      }
    >
      <Ready of={reading}>
        {(report) => (
          <>
            <Figures report={report} agencyId={agency.id} />
            {TEXTS.map((key) => (
              <ReportText
                key={`${agency.id}/${year}/${key}`}
                textKey={key}
                report={report}
                agencyId={agency.id}
              />
            ))}
          </>
        )}
      </Ready>
    </Page>
  );
}

/** Makes the report an item, which goes through the chain like any other. */
function ToItem({ agencyId, year }: { agencyId: string; year: number }) {
  const { t } = useTexts();
  const { can } = useSignedIn();
  const navigate = useNavigate();
  const make = useAct({
    run: () => post<{ itemId: string }>(`/reports/${agencyId}/${year}/item?form=2014`),
    renews: [['queue'], ['items']],
    done: t('report.made'),
    onDone: ({ itemId }) => void navigate(`/items/${itemId}`),
  });
  if (!can('report.edit', agencyId)) return null;
  return (
    <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
      {t('report.toItem')}
    </Button>
  );
}

const GROUPS = [
  { text: 'report.proactive', start: 'proactive.' },
  { text: 'report.timeliness', start: 'timeliness.' },
  { text: 'report.changes', start: 'changes.' },
] as const;

function Figures({ report, agencyId }: { report: YearlyReportView; agencyId: string }) {
  const { t, name } = useTexts();
  const [opened, open] = useState<string | null>(null);
  const label = (key: string) =>
    key.startsWith('proactive.byCategory.')
      ? key.slice('proactive.byCategory.'.length)
      : name('report.figure', key);
  const { requests, remedies } = report;
  const zero = Object.values({ ...requests, ...remedies }).every((value) => value === 0);
  return (
    <div className="chart-row report-figures">
      {GROUPS.map(({ text, start }) => (
        <section key={start} className="card">
          <table className="bars">
            <caption>{t(text)}</caption>
            <tbody>
              {report.figures
                .filter((one) => one.key.startsWith(start))
                .map((one) => (
                  <tr key={one.key}>
                    <th scope="row">{label(one.key)}</th>
                    <td className="bar-value">
                      <Button type="link" size="small" onClick={() => open(one.key)}>
                        {one.value}
                        <span className="unseen"> {t('report.open', { figure: label(one.key) })}</span>
                      </Button>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
      <section className="card">
        <h2>{t('report.requests')}</h2>
        <p>{zero ? t('report.requestsZero') : t('report.requestsCount', { ...requests, ...remedies })}</p>
        <p className="quiet">{t('report.logSize', { size: report.logSize })}</p>
      </section>
      {opened ? (
        <Records
          agencyId={agencyId}
          year={report.year}
          figure={opened}
          title={label(opened)}
          onClose={() => open(null)}
        />
      ) : null}
    </div>
  );
}

interface RecordsProps {
  agencyId: string;
  year: number;
  figure: string;
  title: string;
  onClose: () => void;
}

function Records({ agencyId, year, figure, title, onClose }: RecordsProps) {
  const { t } = useTexts();
  const reading = useQuery({
    queryKey: ['report', agencyId, year, figure],
    queryFn: () =>
      get<{ total: number; records: ReportRecord[] }>(`/reports/${agencyId}/${year}/records`, { figure }),
  });
  return (
    <Modal open title={title} width={900} footer={null} onCancel={onClose}>
      <Ready of={reading}>
        {({ records }) => (
          <Table<ReportRecord>
            rowKey="seq"
            size="small"
            dataSource={records}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: <Nothing title={t('report.noRecords')} /> }}
            columns={[
              {
                title: t('field.title'),
                render: (_, one) => (
                  <Link to={`/items/${one.itemId}`}>{one.title || t('report.withdrawnTitle')}</Link>
                ),
              },
              { title: t('field.indexNumber'), dataIndex: 'indexNumber', width: 210 },
              { title: t('field.formedOn'), width: 110, render: (_, one) => one.formedOn ?? '–' },
              { title: t('field.publishedOn'), dataIndex: 'publishedOn', width: 110 },
            ]}
          />
        )}
      </Ready>
    </Modal>
  );
}
