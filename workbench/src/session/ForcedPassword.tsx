import type { SessionView } from '../../../src/agencies/contract.ts';
import { useTexts } from '../texts/index.tsx';
import { Emblem } from '../ui/Emblem.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { renewSession } from './session.tsx';
import { signOut } from './signOut.ts';

/** A generated password opens nothing but this page. */
export default function ForcedPassword({ session }: { session: SessionView }) {
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
