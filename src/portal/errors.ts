import { DomainError } from '../platform/index.ts';

export type PortalErrorCode = 'PAGE_NOT_FOUND' | 'INFORMATION_NOT_PUBLIC' | 'INFORMATION_WITHDRAWN';

/** What the public side refuses. 410 says: it was here, and its withdrawal is on record. */
export class PortalError extends DomainError<PortalErrorCode> {
  override get status(): number {
    return this.code === 'INFORMATION_WITHDRAWN' ? 410 : 404;
  }
}
