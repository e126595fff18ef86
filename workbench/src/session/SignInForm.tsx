import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { SignInBody } from '../../../src/agencies/contract.ts';
import { ApiError, post } from '../api.ts';
import { useTexts } from '../texts/index.tsx';
import { Failure } from '../ui/States.tsx';
import { renewSession } from './session.tsx';

/** Login and password; the second step appears when the server asks for it. What was typed stays. */
export function SignInForm({ login, onDone }: { login?: string; onDone?: () => void }) {
  const { t } = useTexts();
  const [secondStep, setSecondStep] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const codeField = useRef<InputRef>(null);
  useEffect(() => {
    if (secondStep) codeField.current?.focus();
  }, [secondStep]);

  async function signIn(typed: SignInBody) {
    setBusy(true);
    setError(null);
    try {
      const { code, ...rest } = typed;
      await post('/session', code ? { ...rest, code } : rest);
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
    <Form<SignInBody>
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => void signIn(typed)}
      initialValues={{ login }}
    >
      {error ? <Failure error={error} /> : null}
      <Form.Item
        name="login"
        label={t('signIn.login')}
        rules={[{ required: true, message: t('signIn.loginMissing') }]}
      >
        <Input autoComplete="username" autoFocus={!login} size="large" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus={Boolean(login)} size="large" />
      </Form.Item>
      {secondStep ? (
        <Form.Item
          name="code"
          label={t('signIn.code')}
          extra={t('signIn.codeHelp')}
          rules={[{ required: true, message: t('signIn.codeMissing') }]}
        >
          <Input ref={codeField} autoComplete="one-time-code" size="large" maxLength={40} />
        </Form.Item>
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {secondStep ? t('signIn.confirm') : t('signIn.enter')}
      </Button>
    </Form>
  );
}
