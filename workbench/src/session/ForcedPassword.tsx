import type { SessionView } from '../../../src/agencies/contract.ts';
import { call } from '../api.ts';
import { queries } from '../queries.ts';
import { useTexts } from '../texts/index.tsx';
import { Emblem } from '../ui/Emblem.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { renewSession, SESSION_KEY } from './session.tsx';

/** A generated password opens nothing but this page. */
export function ForcedPassword({ session }: { session: SessionView }) {
  const { t } = useTexts();
  return (
    <div className="sign-in">
      <main className="sign-in-card">
        <div className="sign-in-brand">
          <Emblem size={44} />
          <div>
            <h1>{t('password.firstTitle')}</h1>
            <p>{t('password.firstLead', { name: session.person.name })}</p>
          </div>
        </div>
        <PasswordForm login={session.person.login} onDone={() => void renewSession()} />
        <button type="button" className="link-button sign-in-help" onClick={() => void signOut()}>
          {t('signOut')}
        </button>
      </main>
    </div>
  );
}

/** Ends the session and forgets everything that was read in it. */
export async function signOut(): Promise<void> {
  await call('DELETE', '/session').catch(() => undefined);
  queries.clear();
  queries.setQueryData(SESSION_KEY, null);
  location.assign('/workbench/');
}
