import { useEffect } from 'react';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import { useTexts } from '../texts/index.tsx';
import { Emblem } from '../ui/Emblem.tsx';
import { SignInForm } from './SignInForm.tsx';

/** The first page of the day. */
export function SignIn() {
  const { t } = useTexts();
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('app.name')}`;
  }, [t]);
  return (
    <div className="sign-in">
      <main className="sign-in-card">
        <div className="sign-in-brand">
          <Emblem size={44} />
          <div>
            <h1>{t('app.name')}</h1>
            <p>{t('app.purpose')}</p>
          </div>
        </div>
        <SignInForm />
        <p className="sign-in-help">{t('signIn.help')}</p>
      </main>
      <footer className="sign-in-foot">
        <a href="/">{t('app.portal')}</a>
        <LanguageSwitch />
      </footer>
    </div>
  );
}
