import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { PersonView } from '../../../src/agencies/contract.ts';
import { useAgencies } from '../agencies/AgenciesScreen.tsx';
import { get, post, remove } from '../api.ts';
import { useUnits } from '../items/api.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Page } from '../ui/Page.tsx';
import { Ready } from '../ui/States.tsx';
import { shownInstant } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';
import { useConfirm } from '../ui/useConfirm.tsx';
import { AssignRole } from './AssignRole.tsx';
import { ChangePost } from './ChangePost.tsx';
import { type Generated, useShowPassword } from './useShowPassword.tsx';

/** One person: posts over time, roles, account. */
export default function PersonScreen() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const reading = useQuery({ queryKey: ['people', id], queryFn: () => get<PersonView>(`/people/${id}`) });
  return (
    <Page title={reading.data?.name ?? t('people.one')} lead={<Link to="/people">{t('people.title')}</Link>}>
      <Ready of={reading}>
        {(person) => (
          <div className="columns columns-even">
            <div>
              <Posts person={person} />
              <Roles person={person} />
            </div>
            <Account person={person} />
          </div>
        )}
      </Ready>
    </Page>
  );
}

/** Names of agencies and of the units of those a person is in. */
function usePlaceNames() {
  const agencies = useAgencies().data ?? [];
  return (id: string) => agencies.find((one) => one.id === id)?.name ?? id;
}

function UnitName({ agencyId, unitId }: { agencyId: string; unitId: string | null }) {
  const units = useUnits(unitId ? agencyId : null).data ?? [];
  return unitId ? ` · ${units.find((one) => one.id === unitId)?.name ?? ''}` : '';
}

function Posts({ person }: { person: PersonView }) {
  const { t } = useTexts();
  const { can } = useSignedIn();
  const agencyName = usePlaceNames();
  const [changing, setChanging] = useState(false);
  return (
    <section className="card">
      <div className="section-head">
        <h2>{t('people.posts')}</h2>
        {can('people.manage') && person.active ? (
          <Button onClick={() => setChanging(true)}>{t('people.changePost')}</Button>
        ) : null}
      </div>
      <ul className="timeline">
        {person.posts.map((one) => (
          <li key={one.id} className={one.toOn ? 'past' : ''}>
            <strong>{one.title}</strong> {agencyName(one.agencyId)}
            <UnitName agencyId={one.agencyId} unitId={one.unitId} />
            <p className="quiet">
              {one.fromOn} – {one.toOn ?? t('people.present')}
            </p>
          </li>
        ))}
      </ul>
      {changing ? <ChangePost person={person} onClose={() => setChanging(false)} /> : null}
    </section>
  );
}

function Roles({ person }: { person: PersonView }) {
  const { t, name } = useTexts();
  const { can } = useSignedIn();
  const confirm = useConfirm();
  const agencyName = usePlaceNames();
  const end = useAct({
    run: (id: string) => remove(`/roles/${id}`),
    renews: [['people']],
    done: t('people.roleEnded'),
  });
  const ask = async (id: string, role: string) => {
    const sure = await confirm({
      title: t('people.endRoleSure', { role: name('role', role), name: person.name }),
      ok: t('people.endRole'),
      danger: true,
    });
    if (sure) end.mutate(id);
  };
  const current = person.roles.filter((one) => one.endedAt === null);
  const past = person.roles.filter((one) => one.endedAt !== null);
  return (
    <section className="card">
      <h2>{t('people.roles')}</h2>
      {current.length === 0 ? <p className="quiet">{t('people.noRoles')}</p> : null}
      <ul className="timeline">
        {current.map((one) => (
          <li key={one.id} className="row">
            <span>
              <strong>{name('role', one.role)}</strong> {agencyName(one.agencyId)}
              <UnitName agencyId={one.agencyId} unitId={one.unitId} />
              <span className="quiet"> {t('people.since', { at: shownInstant(one.startedAt) })}</span>
            </span>
            {can('people.manage', one.agencyId) ? (
              <Button size="small" danger onClick={() => void ask(one.id, one.role)}>
                {t('people.endRole')}
                <span className="unseen"> {name('role', one.role)}</span>
              </Button>
            ) : null}
          </li>
        ))}
        {past.map((one) => (
          <li key={one.id} className="past">
            {name('role', one.role)} {agencyName(one.agencyId)}{' '}
            <span className="quiet">
              {shownInstant(one.startedAt)} – {shownInstant(one.endedAt)}
            </span>
          </li>
        ))}
      </ul>
      {can('people.manage') && person.active ? <AssignRole person={person} /> : null}
    </section>
  );
}

function Account({ person }: { person: PersonView }) {
  const { t } = useTexts();
  const { can } = useSignedIn();
  const facts: [string, string][] = [
    [t('signIn.login'), person.login],
    [t('agencies.email'), person.email ?? '–'],
    [t('people.created'), shownInstant(person.createdAt)],
    [t('people.totp'), person.totpEnabled ? t('common.on') : t('common.off')],
  ];
  const locked = person.lockedUntil !== null && person.lockedUntil > new Date().toISOString();
  return (
    <section className="card">
      <h2>{t('people.account')}</h2>
      {person.active ? null : <Alert type="warning" showIcon title={t('people.inactive')} />}
      {locked ? (
        <Alert
          type="warning"
          showIcon
          title={t('people.lockedUntil', { at: shownInstant(person.lockedUntil) })}
        />
      ) : null}
      {person.mustChangePassword ? <Alert type="info" title={t('people.mustChange')} /> : null}
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {can('people.manage') ? <AccountActions person={person} /> : null}
    </section>
  );
}

function AccountActions({ person }: { person: PersonView }) {
  const { t } = useTexts();
  const confirm = useConfirm();
  const show = useShowPassword();
  const renews = [['people']];
  const reset = useAct({
    run: (disableTotp: boolean) => post<Generated>(`/people/${person.id}/password`, { disableTotp }),
    renews,
    onDone: (generated) => show(generated, person.login),
  });
  const deactivate = useAct({
    run: () => post(`/people/${person.id}/deactivation`),
    renews,
    done: t('people.deactivated'),
  });
  const reactivate = useAct({
    run: () => post<Generated>(`/people/${person.id}/reactivation`),
    renews,
    onDone: (generated) => show(generated, person.login),
  });
  const ask = async (title: string, ok: string, act: () => void) => {
    if (await confirm({ title, ok, danger: true })) act();
  };
  if (!person.active)
    return (
      <Button loading={reactivate.isPending} onClick={() => reactivate.mutate()}>
        {t('people.reactivate')}
      </Button>
    );
  return (
    <div className="change-buttons">
      <Button onClick={() => void ask(t('people.resetSure'), t('people.reset'), () => reset.mutate(false))}>
        {t('people.reset')}
      </Button>
      {person.totpEnabled ? (
        <Button
          onClick={() => void ask(t('people.resetTotpSure'), t('people.resetTotp'), () => reset.mutate(true))}
        >
          {t('people.resetTotp')}
        </Button>
      ) : null}
      <Button
        danger
        onClick={() =>
          void ask(t('people.deactivateSure', { name: person.name }), t('people.deactivate'), () =>
            deactivate.mutate(),
          )
        }
      >
        {t('people.deactivate')}
      </Button>
    </div>
  );
}
