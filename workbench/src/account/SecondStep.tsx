import { Alert, Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { TotpEnrolment } from '../../../src/agencies/contract.ts';
import { post } from '../api.ts';
import { renewSession, useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { Failure } from '../ui/States.tsx';
import { useAct } from '../ui/useAct.ts';

/** The second step of signing in: set up with an authenticator, taken off with the password. */
export function SecondStep() {
  const { t } = useTexts();
  const { session } = useSignedIn();
  const [enrolment, setEnrolment] = useState<TotpEnrolment | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <section className="card">
      <h2>{t('totp.title')}</h2>
      {codes ? (
        <RecoveryCodes codes={codes} onNoted={() => setCodes(null)} />
      ) : session.totpEnabled ? (
        <TurnOff />
      ) : enrolment ? (
        <Confirm
          enrolment={enrolment}
          onConfirmed={(fresh) => {
            setCodes(fresh);
            setEnrolment(null);
            void renewSession();
          }}
        />
      ) : (
        <Enrol onEnrolled={setEnrolment} />
      )}
    </section>
  );
}

function Enrol({ onEnrolled }: { onEnrolled: (enrolment: TotpEnrolment) => void }) {
  const { t } = useTexts();
  const enrol = useAct({
    run: (password: string) => post<TotpEnrolment>('/session/totp', { password }),
    onError: () => {},
    onDone: onEnrolled,
  });
  return (
    <OneField
      lead={t('totp.lead')}
      label={t('signIn.password')}
      button={t('totp.turnOn')}
      busy={enrol.isPending}
      error={enrol.error}
      onSend={enrol.mutate}
      secret
    />
  );
}

function Confirm({
  enrolment,
  onConfirmed,
}: {
  enrolment: TotpEnrolment;
  onConfirmed: (codes: string[]) => void;
}) {
  const { t } = useTexts();
  const confirm = useAct({
    run: (code: string) => post<{ recoveryCodes: string[] }>('/session/totp/confirmation', { code }),
    onError: () => {},
    onDone: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  });
  return (
    <>
      <p>{t('totp.scan')}</p>
      <img
        className="qr"
        alt={t('totp.qr')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrSvg)}`}
        width={200}
        height={200}
      />
      <p className="quiet">
        {t('totp.byHand')} <code className="secret">{enrolment.secret}</code>
      </p>
      <OneField
        label={t('signIn.code')}
        button={t('totp.confirm')}
        busy={confirm.isPending}
        error={confirm.error}
        onSend={confirm.mutate}
      />
    </>
  );
}

function TurnOff() {
  const { t } = useTexts();
  const turnOff = useAct({
    run: (password: string) => post('/session/totp/removal', { password }),
    onError: () => {},
    done: t('totp.isOff'),
    onDone: () => void renewSession(),
  });
  return (
    <OneField
      lead={t('totp.isOn')}
      label={t('signIn.password')}
      button={t('totp.turnOff')}
      busy={turnOff.isPending}
      error={turnOff.error}
      onSend={turnOff.mutate}
      secret
      danger
    />
  );
}

function RecoveryCodes({ codes, onNoted }: { codes: string[]; onNoted: () => void }) {
  const { t } = useTexts();
  return (
    <>
      <Alert type="warning" showIcon title={t('totp.codes')} />
      <ul className="codes">
        {codes.map((one) => (
          <li key={one}>
            <code>{one}</code>
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={onNoted}>
        {t('totp.noted')}
      </Button>
    </>
  );
}

interface OneFieldProps {
  lead?: ReactNode;
  label: string;
  button: string;
  busy: boolean;
  error: unknown;
  onSend: (value: string) => void;
  secret?: boolean;
  danger?: boolean;
}

function OneField({ lead, label, button, busy, error, onSend, secret, danger }: OneFieldProps) {
  const [value, setValue] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(value);
  };
  return (
    <form onSubmit={send} className="stack">
      {lead ? <p>{lead}</p> : null}
      {error ? <Failure error={error} /> : null}
      <Labelled label={label}>
        {(id) => (
          <Input
            id={id}
            type={secret ? 'password' : 'text'}
            autoComplete={secret ? 'current-password' : 'one-time-code'}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Labelled>
      <Button htmlType="submit" loading={busy} disabled={!value} danger={danger ?? false}>
        {button}
      </Button>
    </form>
  );
}
