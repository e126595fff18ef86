import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { onSession } from './api.ts';
import { queries } from './queries.ts';
import { SignIn } from './session/SignIn.tsx';
import { SignInForm } from './session/SignInForm.tsx';
import { renewSession, SESSION_KEY, SignedInProvider, useSessionQuery } from './session/session.tsx';
import { useTexts } from './texts/index.tsx';
import { Ready } from './ui/States.tsx';

const ForcedPassword = lazy(() => import('./session/ForcedPassword.tsx'));
const Shell = lazy(() => import('./shell/Shell.tsx'));

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
    <Suspense>
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
    </Suspense>
  );
}

function SignInAgain({ login, onDone }: { login: string; onDone: () => void }) {
  const { t } = useTexts();
  const dialogue = useRef<HTMLDialogElement>(null);
  useEffect(() => dialogue.current?.showModal(), []);
  return (
    <dialog
      ref={dialogue}
      className="question"
      aria-labelledby="ended-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="ended-title">{t('signIn.ended')}</h2>
      <p className="question-content">{t('signIn.endedLead')}</p>
      <SignInForm
        login={login}
        onDone={() => {
          onDone();
          void queries.invalidateQueries();
        }}
      />
    </dialog>
  );
}
