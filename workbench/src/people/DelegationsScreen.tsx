import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ColleaguesView, DelegationView } from '../../../src/agencies/contract.ts';
import { DELEGABLE_ROLES } from '../../../src/agencies/roles.ts';
import { get, post, remove } from '../api.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { Page } from '../ui/Page.tsx';
import { Failure, Nothing, Ready } from '../ui/States.tsx';
import { addDays, today } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';
import { useConfirm } from '../ui/useConfirm.tsx';

/** Who stands in for whom, while someone is away. */
export default function DelegationsScreen() {
  const { t } = useTexts();
  const { agency } = useSignedIn();
  const reading = useQuery({
    queryKey: ['delegations', agency?.id],
    queryFn: async () =>
      (await get<{ delegations: DelegationView[] }>('/delegations', { agencyId: agency?.id })).delegations,
    enabled: Boolean(agency),
  });
  if (!agency) return <Nothing title={t('app.noAgency')} />;
  return (
    <Page title={t('delegations.title')} lead={t('delegations.lead')}>
      <NewDelegation key={agency.id} agencyId={agency.id} />
      <Ready of={reading}>{(delegations) => <Delegations delegations={delegations} />}</Ready>
    </Page>
  );
}

function NewDelegation({ agencyId }: { agencyId: string }) {
  const { t, name } = useTexts();
  const { session, can } = useSignedIn();
  const colleagues = useQuery({
    queryKey: ['colleagues', agencyId],
    queryFn: async () => (await get<ColleaguesView>(`/agencies/${agencyId}/colleagues`)).colleagues,
  });
  const manages = can('delegation.manage', agencyId);
  const held =
    session.agencies.find((one) => one.id === agencyId)?.roles.filter((one) => !one.delegatedFrom) ?? [];
  const [fromPersonId, setFrom] = useState(session.person.id);
  const own = fromPersonId === session.person.id;
  const roles = own
    ? DELEGABLE_ROLES.filter((one) => held.some((role) => role.role === one))
    : DELEGABLE_ROLES;
  const [role, setRole] = useState<string>(roles[0] ?? '');
  const [toPersonId, setTo] = useState('');
  const [fromOn, setFromOn] = useState(today());
  const [toOn, setToOn] = useState(addDays(today(), 7));
  const make = useAct({
    run: () =>
      post('/delegations', { ...(own ? {} : { fromPersonId }), toPersonId, agencyId, role, fromOn, toOn }),
    renews: [['delegations']],
    done: t('delegations.made'),
    onError: () => {},
    onDone: () => setTo(''),
  });
  const people = (colleagues.data ?? []).map((one) => ({
    value: one.id,
    label: one.titles.length > 0 ? `${one.name}（${one.titles.join('、')}）` : one.name,
  }));
  if (!manages && roles.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('delegations.new')}</h2>
      {make.error ? <Failure error={make.error} /> : null}
      <form
        className="inline-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        {manages ? (
          <Labelled label={t('delegations.from')}>
            {(id) => (
              <Choice
                id={id}
                value={fromPersonId}
                onChange={setFrom}
                options={
                  people.some((one) => one.value === session.person.id)
                    ? people
                    : [{ value: session.person.id, label: session.person.name }, ...people]
                }
              />
            )}
          </Labelled>
        ) : null}
        <Labelled label={t('people.role')}>
          {(id) => (
            <Choice
              id={id}
              value={role}
              onChange={setRole}
              options={roles.map((one) => ({ value: one, label: name('role', one) }))}
            />
          )}
        </Labelled>
        <Labelled label={t('delegations.to')}>
          {(id) => (
            <Choice
              id={id}
              value={toPersonId}
              none={t('metadata.choose')}
              onChange={setTo}
              options={people.filter((one) => one.value !== fromPersonId)}
            />
          )}
        </Labelled>
        <Labelled label={t('delegations.fromOn')}>
          {(id) => (
            <input
              id={id}
              type="date"
              className="field"
              required
              value={fromOn}
              min={today()}
              onChange={(event) => setFromOn(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t('delegations.toOn')}>
          {(id) => (
            <input
              id={id}
              type="date"
              className="field"
              required
              value={toOn}
              min={fromOn}
              onChange={(event) => setToOn(event.target.value)}
            />
          )}
        </Labelled>
        <Button htmlType="submit" type="primary" disabled={!toPersonId || !role} loading={make.isPending}>
          {t('delegations.make')}
        </Button>
      </form>
    </section>
  );
}

function Delegations({ delegations }: { delegations: DelegationView[] }) {
  const { t, name } = useTexts();
  const confirm = useConfirm();
  const revoke = useAct({
    run: (id: string) => remove(`/delegations/${id}`),
    renews: [['delegations']],
    done: t('delegations.revoked'),
  });
  const ask = async (one: DelegationView) => {
    const title = t('delegations.revokeSure', { from: one.from.name, to: one.to.name });
    if (await confirm({ title, ok: t('delegations.revoke'), danger: true })) revoke.mutate(one.id);
  };
  const status = (one: DelegationView) =>
    one.revokedAt
      ? t('delegations.wasRevoked')
      : one.current
        ? t('delegations.current')
        : one.fromOn > today()
          ? t('delegations.ahead')
          : t('delegations.over');
  return (
    <Table<DelegationView>
      rowKey="id"
      size="middle"
      pagination={delegations.length > 50 ? { pageSize: 50 } : false}
      dataSource={delegations}
      locale={{ emptyText: <Nothing title={t('delegations.none')} next={t('delegations.noneNext')} /> }}
      columns={[
        { title: t('delegations.from'), render: (_, one) => one.from.name },
        { title: t('delegations.to'), render: (_, one) => one.to.name },
        { title: t('people.role'), render: (_, one) => name('role', one.role) },
        { title: t('delegations.period'), render: (_, one) => `${one.fromOn} – ${one.toOn}` },
        {
          title: t('people.status'),
          render: (_, one) => (
            <span className={`mark${one.current ? ' mark-in-force' : ''}`}>{status(one)}</span>
          ),
        },
        {
          title: <span className="unseen">{t('common.actions')}</span>,
          render: (_, one) =>
            one.revokedAt || one.toOn < today() ? null : (
              <Button size="small" danger onClick={() => void ask(one)}>
                {t('delegations.revoke')}
              </Button>
            ),
        },
      ]}
    />
  );
}
