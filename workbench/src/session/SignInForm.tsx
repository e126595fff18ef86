import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SignInBody } from '../../../src/agencies/contract.ts';
import { ApiError, post } from '../api.ts';
import { useTexts } from '../texts/index.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { Failure } from '../ui/States.tsx';
import { renewSession } from './session.tsx';

/** Login and password; the second step appears when the server asks for it. What was typed stays. */
export function SignInForm({ login, onDone }: { login?: string; onDone?: () => void }) {
  const { t } = useTexts();
  const [secondStep, setSecondStep] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (secondStep) codeField.current?.focus();
  }, [secondStep]);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed: SignInBody = { login: String(form.get('login')), password: String(form.get('password')) };
    const code = String(form.get('code') ?? '').trim();
    setBusy(true);
    setError(null);
    try {
      await post('/session', code ? { ...typed, code } : typed);
      await renewSession();
      onDone?.();
    } catch (refusal) {
      if (refusal instanceof ApiError && refusal.code === 'SECOND_STEP_REQUIRED') setSecondStep(true);
      else setError(refusal);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void signIn(event)} className="stack">
      {error ? <Failure error={error} /> : null}
      <Labelled label={t('signIn.login')}>
        {(id) => (
          <input
            id={id}
            name="login"
            className="field field-large"
            required
            maxLength={200}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={login}
            // biome-ignore lint/a11y/noAutofocus: the page has no other purpose
            autoFocus={!login}
          />
        )}
      </Labelled>
      <Labelled label={t('signIn.password')}>
        {(id) => (
          <input
            id={id}
            name="password"
            type="password"
            className="field field-large"
            required
            autoComplete="current-password"
            // biome-ignore lint/a11y/noAutofocus: the login is known, this is what is asked for
            autoFocus={Boolean(login)}
          />
        )}
      </Labelled>
      {secondStep ? (
        <Labelled label={t('signIn.code')}>
          {(id) => (
            <>
              <input
                id={id}
                name="code"
                ref={codeField}
                className="field field-large"
                required
                maxLength={40}
                autoComplete="one-time-code"
                aria-describedby={`${id}-help`}
              />
              <p id={`${id}-help`} className="quiet">
                {t('signIn.codeHelp')}
              </p>
            </>
          )}
        </Labelled>
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {secondStep ? t('signIn.confirm') : t('signIn.enter')}
      </Button>
    </form>
  );
}
