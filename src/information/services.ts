import type { LogKey } from '../ledger/index.ts';
import type { Services } from '../platform/index.ts';

/** What publishing needs beyond the platform's services: the key that signs the log. */
export interface InformationServices extends Services {
  readonly logKey: LogKey;
}
