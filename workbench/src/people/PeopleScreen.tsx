import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PeopleView, PersonView } from '../../../src/agencies/contract.ts';
import { get } from '../api.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Page } from '../ui/Page.tsx';
import { Nothing, Ready } from '../ui/States.tsx';
import { NewPersonDialogue } from './NewPersonDialogue.tsx';

const PAGE_SIZE = 50;

/** The staff, their present posts and roles. */
export default function PeopleScreen() {
  const { t } = useTexts();
  const { agency, can } = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const page = Number(search.get('page') ?? 1);
  const query = {
    agencyId: agency?.id,
    q: search.get('q'),
    active: search.get('active'),
    page,
    pageSize: PAGE_SIZE,
  };
  const reading = useQuery({
    queryKey: ['people', query],
    queryFn: () => get<PeopleView>('/people', query),
    placeholderData: (before) => before,
  });
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    if (key !== 'page') next.delete('page');
    value ? next.set(key, value) : next.delete(key);
    setSearch(next, { replace: true });
  };
  return (
    <Page
      title={t('people.title')}
      lead={agency?.name}
      actions={
        can('people.manage', agency?.id) ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        ) : null
      }
    >
      <search className="filters">
        <input
          type="search"
          className="field"
          aria-label={t('people.words')}
          placeholder={t('people.words')}
          value={search.get('q') ?? ''}
          onChange={(event) => set('q', event.target.value)}
        />
        <Choice
          label={t('people.status')}
          none={t('people.everyone')}
          value={search.get('active')}
          onChange={(value) => set('active', value)}
          options={[
            { value: 'true', label: t('common.active') },
            { value: 'false', label: t('common.inactive') },
          ]}
        />
      </search>
      <Ready of={reading}>
        {(found) => <PeopleTable found={found} page={page} onPage={(next) => set('page', String(next))} />}
      </Ready>
      {adding && agency ? <NewPersonDialogue agencyId={agency.id} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function PeopleTable({
  found,
  page,
  onPage,
}: {
  found: PeopleView;
  page: number;
  onPage: (page: number) => void;
}) {
  const { t, name } = useTexts();
  const roles = (person: PersonView) => [
    ...new Set(person.roles.filter((one) => one.endedAt === null).map((one) => name('role', one.role))),
  ];
  return (
    <Table<PersonView>
      rowKey="id"
      size="middle"
      dataSource={found.people}
      onChange={(paging) => onPage(paging.current ?? 1)}
      pagination={{
        current: page,
        pageSize: PAGE_SIZE,
        total: found.total,
        showSizeChanger: false,
        hideOnSinglePage: true,
      }}
      locale={{ emptyText: <Nothing title={t('people.none')} next={t('people.noneNext')} /> }}
      columns={[
        {
          title: t('people.name'),
          render: (_, person) => <Link to={`/people/${person.id}`}>{person.name}</Link>,
        },
        { title: t('signIn.login'), dataIndex: 'login' },
        { title: t('people.posts'), render: (_, person) => person.posts.map((one) => one.title).join('、') },
        { title: t('people.roles'), render: (_, person) => roles(person).join('、') || '–' },
        {
          title: t('people.status'),
          render: (_, person) => (
            <span className="state-marks">
              <span className={`mark ${person.active ? 'mark-in-force' : 'mark-withdrawn'}`}>
                {person.active ? t('common.active') : t('common.inactive')}
              </span>
              {person.lockedUntil && person.lockedUntil > new Date().toISOString() ? (
                <span className="mark mark-critical">{t('people.locked')}</span>
              ) : null}
              {person.totpEnabled ? <span className="mark">{t('people.totp')}</span> : null}
            </span>
          ),
        },
      ]}
    />
  );
}
