import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { SessionView } from '../../../src/agencies/contract.ts';
import type { Permission } from '../../../src/agencies/permissions.ts';
import { ApiError, get, setCsrfToken } from '../api.ts';
import { queries } from '../queries.ts';

export type SessionAgency = SessionView['agencies'][number];

/** Who is signed in: null for nobody. Also fetches the CSRF token that every change needs. */
export async function fetchSession(): Promise<SessionView | null> {
  try {
    const session = await get<SessionView>('/session');
    setCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export const SESSION_KEY = ['session'];

export function useSessionQuery() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: 5 * 60_000 });
}

export function renewSession(): Promise<SessionView | null> {
  return queries.fetchQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: 0 });
}

interface SignedIn {
  session: SessionView;
  /** The agency the one-agency screens show; chosen in the header. */
  agency: SessionAgency | null;
  chooseAgency: (id: string) => void;
  /** Whether something may be done in an agency; in any, when none is named. */
  can: (permission: Permission, agencyId?: string) => boolean;
}

const SignedInContext = createContext<SignedIn | null>(null);
const CHOSEN = 'zhaogao.agency';

/** What every screen behind the sign-in may ask. */
export function SignedInProvider({ session, children }: { session: SessionView; children: ReactNode }) {
  const [chosen, setChosen] = useState(() => localStorage.getItem(CHOSEN));
  const value = useMemo<SignedIn>(() => {
    const own = session.agencies.find((one) => one.roles.length > 0) ?? session.agencies[0] ?? null;
    return {
      session,
      agency: session.agencies.find((one) => one.id === chosen) ?? own,
      chooseAgency: (id) => {
        localStorage.setItem(CHOSEN, id);
        setChosen(id);
      },
      can: (permission, agencyId) =>
        session.agencies.some(
          (one) => (!agencyId || one.id === agencyId) && one.permissions.includes(permission),
        ),
    };
  }, [session, chosen]);
  return <SignedInContext value={value}>{children}</SignedInContext>;
}

export function useSignedIn(): SignedIn {
  const value = use(SignedInContext);
  if (!value) throw new Error('useSignedIn outside SignedInProvider');
  return value;
}
