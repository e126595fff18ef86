import { ApiError } from '../api.ts';
import type { Wording } from '../texts/index.tsx';

/** What a person is told about an error, all reasons of a refusal included. */
export function errorText(error: unknown, { t, name }: Pick<Wording, 't' | 'name'>): string {
  if (!(error instanceof ApiError)) return t('error.unexpected');
  if (error.status === 0) return t('error.noConnection');
  const message = error.message === '' ? t('error.http', { status: error.status }) : error.message;
  const more = refusalReasons(error).map((code) => `· ${name('refusal', code)}`);
  const issues = error.issues.map((issue) => `${issue.path.replace(/^body\/?/, '')} ${issue.message}`.trim());
  return [message, ...more, ...issues].join('\n');
}

/** The codes of a NOT_ALLOWED refusal (information/errors.ts). */
function refusalReasons(error: ApiError): string[] {
  const reasons = error.details.reasons;
  return Array.isArray(reasons) ? reasons.map(String) : [];
}

export function isConflict(error: unknown): error is ApiError {
  return error instanceof ApiError && error.code === 'REVISION_CONFLICT';
}

/** Who was first; the server names the person where it knows one. */
export function conflictText(error: unknown, t: Wording['t']): string {
  const named = error instanceof ApiError && Boolean(error.details.personName);
  return named ? error.message : t('editor.conflict');
}
