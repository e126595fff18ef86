import { call } from '../api.ts';
import { queries } from '../queries.ts';
import { SESSION_KEY } from './session.tsx';

/** Ends the session and forgets everything that was read in it. */
export async function signOut(): Promise<void> {
  await call('DELETE', '/session').catch(() => undefined);
  queries.clear();
  queries.setQueryData(SESSION_KEY, null);
  location.assign('/workbench/');
}
