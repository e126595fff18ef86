import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { SessionsView } from '../../../src/agencies/contract.ts';
import { get, remove } from '../api.ts';
import { PasswordForm } from '../session/PasswordForm.tsx';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Page } from '../ui/Page.tsx';
import { Ready } from '../ui/States.tsx';
import { shownInstant } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';
import { keysAreOn, switchKeys } from '../ui/useKeys.ts';
import { SecondStep } from './SecondStep.tsx';

/** What everyone sets for themselves. */
export default function AccountScreen() {
  const { t } = useTexts();
  const { session } = useSignedIn();
  return (
    <Page title={t('account.title')} lead={`${session.person.name} · ${session.person.login}`}>
      <div className="columns columns-even">
        <div>
          <MyRoles />
          <section className="card">
            <h2>{t('password.change')}</h2>
            <PasswordForm login={session.person.login} onDone={() => {}} />
          </section>
        </div>
        <div>
          <SecondStep />
          <Sessions />
          <Keys />
        </div>
      </div>
    </Page>
  );
}

function MyRoles() {
  const { t, name } = useTexts();
  const { session } = useSignedIn();
  return (
    <section className="card">
      <h2>{t('account.roles')}</h2>
      <ul className="timeline">
        {session.agencies
          .filter((one) => one.roles.length > 0)
          .map((agency) => (
            <li key={agency.id}>
              <strong>{agency.name}</strong>
              {agency.roles.map((one) => (
                <p key={`${one.role}/${one.unitId}/${one.delegatedFrom?.personId}`}>
                  {name('role', one.role)}
                  {one.delegatedFrom ? ` ${t('account.delegated', { name: one.delegatedFrom.name })}` : ''}
                </p>
              ))}
            </li>
          ))}
      </ul>
    </section>
  );
}

function Sessions() {
  const { t } = useTexts();
  const reading = useQuery({
    queryKey: ['sessions'],
    queryFn: async () => (await get<SessionsView>('/sessions')).sessions,
  });
  const renews = [['sessions']];
  const end = useAct({
    run: (id: string) => remove(`/sessions/${id}`),
    renews,
    done: t('account.sessionEnded'),
  });
  const endOthers = useAct({ run: () => remove('/sessions'), renews, done: t('account.othersEnded') });
  return (
    <section className="card">
      <div className="section-head">
        <h2>{t('account.sessions')}</h2>
        <Button size="small" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t('account.endOthers')}
        </Button>
      </div>
      <Ready of={reading}>
        {(sessions) => (
          <ul className="timeline">
            {sessions.map((one) => (
              <li key={one.id} className="row">
                <span>
                  <strong>{one.current ? t('account.thisOne') : (one.address ?? '–')}</strong>
                  <p className="quiet">{browserOf(one.userAgent)}</p>
                  <p className="quiet">{t('account.lastSeen', { at: shownInstant(one.lastSeenAt) })}</p>
                </span>
                {one.current ? null : (
                  <Button size="small" danger onClick={() => end.mutate(one.id)}>
                    {t('account.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Ready>
    </section>
  );
}

/** 'Firefox 140' out of a user agent; all of it when nothing is recognised. */
function browserOf(userAgent: string | null): string {
  const found = /(Edg|OPR|Firefox|Chrome|Version)\/(\d+)/.exec(userAgent ?? '');
  if (!found) return userAgent ?? '';
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', Version: 'Safari' };
  return `${names[found[1]!] ?? found[1]} ${found[2]}`;
}

function Keys() {
  const { t } = useTexts();
  const [on, setOn] = useState(keysAreOn);
  return (
    <section className="card">
      <h2>{t('account.keys')}</h2>
      <Checkbox
        checked={on}
        onChange={(event) => {
          switchKeys(event.target.checked);
          setOn(event.target.checked);
        }}
      >
        {t('account.keysLead')}
      </Checkbox>
    </section>
  );
}
