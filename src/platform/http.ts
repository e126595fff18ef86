import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Config } from './config.ts';
import { DomainError } from './errors.ts';
import { defineCatalogue, explainError, type Language, pickLanguage, translate } from './i18n.ts';

/**
 * Who may call a route: `public` is everyone, `staff` anyone signed in, anything else the permission a
 * signed-in person must hold (see agencies/permissions.ts). A route that does not say is refused at start.
 */
export type Access = 'public' | 'staff' | (string & {});

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** State-changing and called without a session yet (sign-in), so that no CSRF token can be had. */
    withoutCsrf?: boolean;
  }
  interface FastifyRequest {
    language: Language;
  }
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

defineCatalogue({
  'error.INVALID_INPUT': {
    zh: '填写的内容有误,请按提示改正后重试。',
    en: 'Some of the input is not valid. Correct what is marked and try again.',
  },
  'error.NOT_FOUND': { zh: '没有找到所请求的内容。', en: 'What you asked for was not found.' },
  'error.TOO_MANY_REQUESTS': { zh: '操作过于频繁,请稍后再试。', en: 'Too many requests. Try again shortly.' },
  'error.TOO_LARGE': { zh: '上传的内容超过了大小限制。', en: 'What was sent is larger than allowed.' },
  'error.UNEXPECTED': {
    zh: '系统出现意外错误,请稍后重试;如仍出现,请将编号 {requestId} 告知管理员。',
    en: 'Something unexpected went wrong. Try again; if it persists, tell the administrator the number {requestId}.',
  },
});

/** Body of every refusal of the JSON API. */
export interface ErrorBody {
  error: {
    code: string;
    message: string;
    details?: Record<string, unknown>;
    /** For INVALID_INPUT: where and what, e.g. `body/title`. */
    issues?: { path: string; message: string }[];
  };
}

/** The web server with everything that holds for each route; rooms register their routes on it. */
export async function createApp(config: Config): Promise<App> {
  const app = Fastify({
    logger:
      config.logLevel === 'silent'
        ? false
        : {
            level: config.logLevel,
            stream: process.stderr,
            redact: ['req.headers.cookie', 'req.headers.authorization'],
          },
    trustProxy: config.trustProxy || false,
    bodyLimit: 4 * 1024 * 1024,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 512 },
    logController: new LogController({ disableRequestLogging: config.logLevel !== 'debug' }),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('language', 'zh');
  app.addHook('onRequest', async (request) => {
    const query = request.query as { lang?: unknown } | undefined;
    const cookie = /(?:^|;\s*)lang=(zh|en)/.exec(request.headers.cookie ?? '')?.[1];
    const asked = typeof query?.lang === 'string' ? query.lang : cookie;
    request.language = pickLanguage(asked, request.headers['accept-language']);
  });
  app.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`route without access: ${String(route.method)} ${route.url}`);
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Ant Design writes style elements at run time; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.publicUrl.startsWith('https:') ? undefined : false,
  } as Parameters<typeof helmet>[1]);
  await app.register(rateLimit, { global: false });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Zhaogao 昭告', version: '1', description: 'Government information disclosure' },
    },
    transform: jsonSchemaTransform,
  });
  app.setErrorHandler(sendError);
  app.setNotFoundHandler((request, reply) => reply.code(404).send(errorBody('NOT_FOUND', request.language)));
  return app;
}

function errorBody(code: string, language: Language, details: Record<string, string> = {}): ErrorBody {
  return { error: { code, message: translate(`error.${code}`, language, details) } };
}

/** Every error of the JSON API passes here: a known one is explained, an unknown one is logged and numbered. */
function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = request.language;
  if (error instanceof DomainError) {
    const body: ErrorBody = { error: { code: error.code, message: explainError(error, language) } };
    if (Object.keys(error.details).length > 0) body.error.details = error.details;
    return reply.code(error.status).send(body);
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const body = errorBody('INVALID_INPUT', language);
    body.error.issues = error.validation.map((issue) => ({
      path: `${error.validationContext}${issue.instancePath}`,
      message: issue.message ?? '',
    }));
    return reply.code(400).send(body);
  }
  const status = error.statusCode ?? 500;
  if (status === 429) return reply.code(429).send(errorBody('TOO_MANY_REQUESTS', language));
  if (status === 413) return reply.code(413).send(errorBody('TOO_LARGE', language));
  if (status >= 400 && status < 500) return reply.code(status).send(errorBody('INVALID_INPUT', language));
  request.log.error({ err: error, requestId: request.id }, 'unexpected error');
  return reply.code(500).send(errorBody('UNEXPECTED', language, { requestId: String(request.id) }));
}

/**
 * Content-Disposition for a download with any name (RFC 6266): an ASCII stand-in for old programs, the real
 * name in UTF-8 beside it. Hostile names cannot leave the quoted string or start a new header.
 */
export function attachmentDisposition(name: string): string {
  const clean = name.toWellFormed().replace(/[\u0000-\u001f\u007f/\\]/g, '_');
  const ascii = clean.replace(/[^\u0020-\u007e]/g, '_').replace(/["%;]/g, '_');
  const encoded = encodeURIComponent(clean).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
