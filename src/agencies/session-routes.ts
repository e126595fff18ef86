import type { FastifyRequest } from 'fastify';
import type { App, Services } from '../platform/index.ts';
import { changePassword } from './change-password.ts';
import { confirmTotp } from './confirm-totp.ts';
import * as contract from './contract.ts';
import { disableTotp } from './disable-totp.ts';
import { enrolTotp } from './enrol-totp.ts';
import { AgenciesError } from './errors.ts';
import { actorOf, clearSessionCookie, setSessionCookie } from './guard.ts';
import { loadActor } from './load-actor.ts';
import { viewSession } from './session-view.ts';
import { endOtherSessions, endSession, findSession, listSessions, signOut } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** Sign-ins from one network address: a bureau behind one address fits, guessing does not. */
const SIGN_INS_PER_MINUTE = 30;

const own = { access: 'staff', duringPasswordChange: true } as const;
const done = { 200: contract.emptyView };

/** Signing in and out, and everything about one's own account. */
export function sessionRoutes(app: App, services: Services): void {
  const view = (request: FastifyRequest) =>
    viewSession(services.database.read, actorOf(request), request.openSession!, request.language);

  app.post(
    '/api/v1/session',
    {
      config: {
        access: 'public',
        withoutCsrf: true,
        rateLimit: { max: SIGN_INS_PER_MINUTE, timeWindow: '1 minute' },
      },
      schema: { tags: ['session'], body: contract.signInBody, response: { 200: contract.sessionView } },
    },
    async (request, reply) => {
      const origin = { address: request.ip, userAgent: request.headers['user-agent'] ?? null };
      const opened = await signIn(services, request.body, origin);
      const { read } = services.database;
      const session = await findSession(read, opened.token, services.clock.now());
      if (!session) throw new AgenciesError('SIGN_IN_FAILED');
      const actor = await loadActor(read, services.clock, session.personId, {
        via: 'session',
        sessionId: session.id,
        address: request.ip,
      });
      setSessionCookie(reply, services, opened);
      return viewSession(read, actor, { ...session, token: opened.token }, request.language);
    },
  );

  app.get(
    '/api/v1/session',
    { config: own, schema: { tags: ['session'], response: { 200: contract.sessionView } } },
    view,
  );

  app.delete(
    '/api/v1/session',
    { config: own, schema: { tags: ['session'], response: done } },
    async (request, reply) => {
      await signOut(services, actorOf(request));
      clearSessionCookie(reply, services);
      return { ok: true as const };
    },
  );

  app.post(
    '/api/v1/session/password',
    { config: own, schema: { tags: ['session'], body: contract.changePasswordBody, response: done } },
    async (request) => {
      await changePassword(services, actorOf(request), request.body);
      return { ok: true as const };
    },
  );
  totpRoutes(app, services);
  sessionListRoutes(app, services);
}

function totpRoutes(app: App, services: Services): void {
  const config = { access: 'staff' } as const;
  app.post(
    '/api/v1/session/totp',
    {
      config,
      schema: { tags: ['session'], body: contract.passwordBody, response: { 200: contract.totpEnrolment } },
    },
    (request) => enrolTotp(services, actorOf(request), request.body.password),
  );
  app.post(
    '/api/v1/session/totp/confirmation',
    {
      config,
      schema: { tags: ['session'], body: contract.codeBody, response: { 200: contract.recoveryCodesView } },
    },
    async (request) => ({
      recoveryCodes: await confirmTotp(services, actorOf(request), request.body.code),
    }),
  );
  app.post(
    '/api/v1/session/totp/removal',
    { config, schema: { tags: ['session'], body: contract.passwordBody, response: done } },
    async (request) => {
      await disableTotp(services, actorOf(request), request.body.password);
      return { ok: true as const };
    },
  );
}

function sessionListRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/sessions',
    { config: own, schema: { tags: ['session'], response: { 200: contract.sessionsView } } },
    async (request) => ({ sessions: await listSessions(services, actorOf(request)) }),
  );
  app.delete(
    '/api/v1/sessions/:id',
    { config: own, schema: { tags: ['session'], params: contract.idParams, response: done } },
    async (request) => {
      await endSession(services, actorOf(request), request.params.id);
      return { ok: true as const };
    },
  );
  app.delete(
    '/api/v1/sessions',
    { config: own, schema: { tags: ['session'], response: { 200: contract.endedSessionsView } } },
    async (request) => ({ ended: await endOtherSessions(services, actorOf(request)) }),
  );
}
