import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/index.tsx';
import { errorText } from './errors.ts';

/** What a read looks like before its answer, after a failure, and with its answer. */
export interface Reading<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Waits for a read: a skeleton, then the answer; an error with a way to try again, old data left standing. */
export function Ready<T>({ of, children }: { of: Reading<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined)
    return (
      <>
        {of.error ? <Failure error={of.error} retry={of.refetch} /> : null}
        {children(of.data)}
      </>
    );
  return of.error ? <Failure error={of.error} retry={of.refetch} /> : <Waiting />;
}

export function Waiting() {
  const { t } = useTexts();
  return (
    <div role="status" className="waiting">
      <span className="unseen">{t('common.loading')}</span>
    </div>
  );
}

export function Failure({ error, retry }: { error: unknown; retry?: (() => unknown) | undefined }) {
  const wording = useTexts();
  const { t } = wording;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="failure"
      title={<span className="lines">{errorText(error, wording)}</span>}
      action={
        retry ? (
          <Button size="small" onClick={() => void retry()}>
            {t('common.retry')}
          </Button>
        ) : null
      }
    />
  );
}

/** Nothing here yet: says so, and what to do next. */
export function Nothing({ title, next, children }: { title: string; next?: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <p className="nothing-title">{title}</p>
      {next ? <p className="nothing-next">{next}</p> : null}
      {children}
    </div>
  );
}
