import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access, App, Services } from '../platform/index.ts';
import { type Actor, canSomewhere } from './actor.ts';
import { CSRF_HEADER, csrfTokenMatches, isSameOrigin } from './csrf.ts';
import { AgenciesError } from './errors.ts';
import { loadAssignments } from './load-actor.ts';
import { isPermission } from './permissions.ts';
import { findSession, type OpenSession, touchSession } from './sessions.ts';

export const SESSION_COOKIE = 'zg_session';

/** One registered route and who may call it. */
export interface RouteAccess {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Reachable before a generated password has been changed: who am I, change it, leave. */
    duringPasswordChange?: boolean;
  }
  interface FastifyRequest {
    /** Who acts; null on public routes and nowhere else. */
    actor: Actor | null;
    /** The session behind the actor. */
    openSession: (OpenSession & { token: string }) | null;
  }
  interface FastifyInstance {
    /** Every route with its access, in order of registration; for the tests and the reference. */
    routeAccess: RouteAccess[];
  }
}

/**
 * Puts the guard before every route registered after it: default deny, sessions, CSRF, permissions. A route
 * whose access names no known permission is refused at start. A permission is enforced here as held in
 * *some* agency; the verb still asks `can` for the agency concerned.
 */
export async function registerGuard(app: App, services: Services): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('actor', null);
  app.decorateRequest('openSession', null);
  app.decorate('routeAccess', []);
  app.addHook('onRoute', (route) => {
    const access = route.config?.access ?? '';
    if (access !== 'public' && access !== 'staff' && !isPermission(access))
      throw new Error(`route with unknown access "${access}": ${String(route.method)} ${route.url}`);
    for (const method of [route.method].flat())
      if (method !== 'HEAD') app.routeAccess.push({ method, url: route.url, access });
  });
  app.addHook('onRequest', (request) => guard(services, request));
}

async function guard(services: Services, request: FastifyRequest): Promise<void> {
  if (request.is404) return;
  const { access, withoutCsrf, duringPasswordChange } = request.routeOptions.config;
  const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  if (changes && !isSameOrigin(request.headers, request.host, services.config.publicUrl))
    throw new AgenciesError('CSRF_REFUSED');
  const session =
    access === 'public' && (!changes || withoutCsrf) ? null : await sessionOf(services, request);
  if (access !== 'public' && !session) throw new AgenciesError('SIGN_IN_REQUIRED');
  if (changes && !withoutCsrf && !csrfTokenMatches(session?.token ?? '', request.headers[CSRF_HEADER]))
    throw new AgenciesError('CSRF_REFUSED');
  if (!session) return;
  if (access !== 'public' && session.mustChangePassword && !duringPasswordChange)
    throw new AgenciesError('PASSWORD_CHANGE_REQUIRED');
  request.openSession = session;
  request.actor = await actorOfSession(services, session, request.ip);
  if (isPermission(access ?? '') && !canSomewhere(request.actor, access as never))
    throw new AgenciesError('FORBIDDEN');
  await touchSession(services, session);
}

async function sessionOf(
  services: Services,
  request: FastifyRequest,
): Promise<(OpenSession & { token: string }) | null> {
  const token = request.cookies[SESSION_COOKIE];
  if (!token) return null;
  const session = await findSession(services.database.read, token, services.clock.now());
  return session && { ...session, token };
}

async function actorOfSession(services: Services, session: OpenSession, address: string): Promise<Actor> {
  return {
    personId: session.personId,
    name: session.name,
    login: session.login,
    assignments: await loadAssignments(services.database.read, services.clock, session.personId),
    sessionId: session.id,
    address,
    via: 'session',
  };
}

/** The actor of a staff route. @throws AgenciesError 'SIGN_IN_REQUIRED' on a public one */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new AgenciesError('SIGN_IN_REQUIRED');
  return request.actor;
}

/** Gives the browser the session: not readable by scripts, not sent along by other sites. */
export function setSessionCookie(
  reply: FastifyReply,
  services: Services,
  session: { token: string; expiresAt: string },
): void {
  reply.setCookie(SESSION_COOKIE, session.token, {
    ...cookieOptions(services),
    expires: new Date(session.expiresAt),
  });
}

export function clearSessionCookie(reply: FastifyReply, services: Services): void {
  reply.clearCookie(SESSION_COOKIE, cookieOptions(services));
}

function cookieOptions(services: Services) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'strict' as const,
    secure: services.config.publicUrl.startsWith('https:'),
  };
}
