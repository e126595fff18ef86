import { InformationError, type Refusal } from './errors.ts';

/** @throws InformationError 'NOT_ALLOWED' naming every reason, when there is one */
export function refuse(reasons: readonly Refusal[]): void {
  if (reasons.length > 0) throw new InformationError('NOT_ALLOWED', { reasons: [...new Set(reasons)] });
}
