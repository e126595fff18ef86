import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Table } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { AuditEventView, AuditPageView, AuditVerificationView } from '../../../src/agencies/contract.ts';
import { address, get } from '../api.ts';
import { useSignedIn } from '../session/session.tsx';
import { type TextKey, useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Page } from '../ui/Page.tsx';
import { Nothing, Ready } from '../ui/States.tsx';
import { shownInstant } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';

const PAGE_SIZE = 50;
/** Starts of action names, as one filters by them. */
const AREAS = [
  'item',
  'finding',
  'attachment',
  'import',
  'report',
  'category',
  'settings',
  'session',
  'password',
  'totp',
  'person',
  'post',
  'role',
  'delegation',
  'agency',
  'unit',
  'audit',
];

/** Who did and looked at what; nothing here can be changed, and the chain of hashes shows if someone tried. */
export default function AuditScreen() {
  const { t } = useTexts();
  const { can } = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries([...search].filter(([key]) => key !== 'page'));
  const page = Number(search.get('page') ?? 1);
  const reading = useQuery({
    queryKey: ['audit', filter, page],
    queryFn: () => get<AuditPageView>('/audit', { ...filter, page, pageSize: PAGE_SIZE }),
    placeholderData: (before) => before,
  });
  const set = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search);
    next.delete('page');
    for (const [key, value] of Object.entries(changes)) value ? next.set(key, value) : next.delete(key);
    setSearch(next, { replace: true });
  };
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        <>
          <VerifyButton />
          {can('audit.export') ? (
            <>
              <Button href={address('/audit/export.csv', filter)}>{t('audit.csv')}</Button>
              <Button href={address('/audit/export.jsonl', filter)}>{t('audit.jsonl')}</Button>
            </>
          ) : null}
        </>
      }
    >
      <AuditFilters search={search} set={set} />
      <Ready of={reading}>
        {(found) => (
          <>
            <p className="total" role="status">
              {t('audit.total', { count: found.total })}
            </p>
            <Events found={found} page={page} onPage={(next) => set({ page: String(next) })} />
          </>
        )}
      </Ready>
    </Page>
  );
}

function AuditFilters({
  search,
  set,
}: {
  search: URLSearchParams;
  set: (changes: Record<string, string>) => void;
}) {
  const { t, name } = useTexts();
  const { session } = useSignedIn();
  const day = (key: string, label: TextKey) => (
    <label className="filter-day">
      {t(label)}
      <input
        type="date"
        className="field"
        value={search.get(key) ?? ''}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </label>
  );
  return (
    <search className="filters">
      <Choice
        label={t('audit.area')}
        none={t('audit.area')}
        value={search.get('action')}
        onChange={(action) => set({ action })}
        options={AREAS.map((one) => ({ value: one, label: name('audit.area', one) }))}
      />
      <Choice
        label={t('app.agency')}
        none={t('app.agency')}
        value={search.get('agencyId')}
        onChange={(agencyId) => set({ agencyId })}
        options={session.agencies.map((one) => ({ value: one.id, label: one.name }))}
      />
      {day('fromOn', 'audit.from')}
      {day('toOn', 'audit.to')}
      {search.get('personId') || search.get('subjectId') ? (
        <Button onClick={() => set({ personId: '', subjectId: '' })}>{t('audit.everyone')}</Button>
      ) : null}
    </search>
  );
}

function Events({
  found,
  page,
  onPage,
}: {
  found: AuditPageView;
  page: number;
  onPage: (page: number) => void;
}) {
  const { t, name } = useTexts();
  const [search] = useSearchParams();
  const only = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    next.delete('page');
    next.set(key, value);
    return `?${next}`;
  };
  return (
    <Table<AuditEventView>
      rowKey="seq"
      size="small"
      dataSource={found.events}
      onChange={(paging) => onPage(paging.current ?? 1)}
      pagination={{
        current: page,
        pageSize: PAGE_SIZE,
        total: found.total,
        showSizeChanger: false,
        hideOnSinglePage: true,
      }}
      locale={{ emptyText: <Nothing title={t('audit.none')} next={t('audit.noneNext')} /> }}
      columns={[
        { title: t('audit.seq'), dataIndex: 'seq', width: 80 },
        { title: t('audit.at'), width: 150, render: (_, event) => shownInstant(event.at) },
        {
          title: t('audit.person'),
          width: 130,
          render: (_, event) =>
            event.personId ? (
              <Link to={only('personId', event.personId)}>{event.personName}</Link>
            ) : (
              event.personName
            ),
        },
        { title: t('audit.action'), width: 210, render: (_, event) => name('audit.action', event.action) },
        { title: t('audit.subject'), render: (_, event) => <Subject event={event} /> },
        { title: t('audit.address'), width: 130, render: (_, event) => event.address ?? '' },
      ]}
    />
  );
}

function Subject({ event }: { event: AuditEventView }) {
  const { name } = useTexts();
  const shown = (key: string, value: unknown) => {
    if (key === 'from' || key === 'to') return name('state', String(value));
    if (key === 'change') return name('change', String(value));
    if (key === 'role') return name('role', String(value));
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const detail = Object.entries(event.detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `${name('audit.detail', key)}: ${shown(key, value)}`)
    .join(' · ');
  const link = event.subjectKind === 'item' && event.subjectId;
  return (
    <span className="audit-subject">
      {link ? <Link to={`/items/${event.subjectId}`}>{event.subjectId}</Link> : event.subjectId} {detail}
    </span>
  );
}

function VerifyButton() {
  const { t, name } = useTexts();
  const verify = useAct({ run: () => get<AuditVerificationView>('/audit/verify') });
  const { data } = verify;
  return (
    <>
      {data ? (
        <Alert
          className="verified"
          type={data.intact ? 'success' : 'error'}
          showIcon
          role="status"
          title={
            data.intact
              ? t('audit.intact', { count: data.count })
              : t('audit.broken', {
                  seq: data.fault?.seq ?? '',
                  reason: name('audit.fault', data.fault?.reason),
                })
          }
        />
      ) : null}
      <Button loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('audit.verify')}
      </Button>
    </>
  );
}
