import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { onSession } from './api.ts';
import { queries } from './queries.ts';
import { ForcedPassword } from './session/ForcedPassword.tsx';
import { SignIn } from './session/SignIn.tsx';
import { SignInForm } from './session/SignInForm.tsx';
import { renewSession, SESSION_KEY, SignedInProvider, useSessionQuery } from './session/session.tsx';
import { Shell } from './shell/Shell.tsx';
import { useTexts } from './texts/index.tsx';
import { Ready } from './ui/States.tsx';

/** Nobody passes without a session; one that ends at work is renewed over the screen, which keeps what was typed. */
export function Gate() {
  const reading = useSessionQuery();
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    onSession({
      signInRequired: () => {
        if (queries.getQueryData(SESSION_KEY)) setEnded(true);
      },
      renew: renewSession,
    });
  }, []);
  return (
    <Ready of={reading}>
      {(session) => {
        if (session === null) return <SignIn />;
        if (session.mustChangePassword) return <ForcedPassword session={session} />;
        return (
          <SignedInProvider session={session}>
            <Shell />
            {ended ? <SignInAgain login={session.person.login} onDone={() => setEnded(false)} /> : null}
          </SignedInProvider>
        );
      }}
    </Ready>
  );
}

function SignInAgain({ login, onDone }: { login: string; onDone: () => void }) {
  const { t } = useTexts();
  return (
    <Modal open closable={false} footer={null} title={t('signIn.ended')} width={420} keyboard={false}>
      <p>{t('signIn.endedLead')}</p>
      <SignInForm
        login={login}
        onDone={() => {
          onDone();
          void queries.invalidateQueries();
        }}
      />
    </Modal>
  );
}
