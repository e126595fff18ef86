import { ApiError } from '../api.ts';
import type { Translate } from '../texts/index.tsx';

/** What a person is told about an error, all reasons of a refusal included. */
export function errorText(error: unknown, t: Translate): string {
  if (!(error instanceof ApiError)) return t('error.unexpected');
  if (error.status === 0) return t('error.noConnection');
  const message = error.message === '' ? t('error.http', { status: error.status }) : error.message;
  const more = refusalReasons(error).filter((reason) => !message.includes(reason));
  const issues = error.issues.map((issue) => `${issue.path.replace(/^body\/?/, '')} ${issue.message}`.trim());
  return [message, ...more, ...issues].join('\n');
}

/** The reasons of a NOT_ALLOWED refusal as texts; the server sends texts, or codes with their texts. */
function refusalReasons(error: ApiError): string[] {
  const reasons = error.details['reasons'];
  if (!Array.isArray(reasons)) return [];
  return reasons.map((reason: unknown) =>
    typeof reason === 'object' && reason !== null && 'message' in reason ? String(reason.message) : String(reason),
  );
}

export function isConflict(error: unknown): error is ApiError {
  return error instanceof ApiError && error.code === 'REVISION_CONFLICT';
}
