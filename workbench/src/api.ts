/** Body of every refusal of the JSON API (platform/http.ts). */
interface ErrorBody {
  error: {
    code: string;
    message: string;
    details?: Record<string, unknown>;
    issues?: { path: string; message: string }[];
  };
}

export interface Issue {
  path: string;
  message: string;
}

/**
 * A refusal of the server in its words. No answer at all is status 0 with code 'NO_CONNECTION', an answer that
 * is not ours `HTTP_<status>`; both without a message (ui/errors.ts has the words).
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;
  readonly issues: readonly Issue[];

  constructor(status: number, body: ErrorBody['error']) {
    super(body.message);
    this.name = 'ApiError';
    this.status = status;
    this.code = body.code;
    this.details = body.details ?? {};
    this.issues = body.issues ?? [];
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const ROOT = '/api/v1';

let csrfToken = '';
let onSignInRequired: () => void = () => {};
let renewToken: () => Promise<unknown> = async () => {};

/** The token of GET /session, sent with everything that changes something. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** What to do when the session has ended, and how to fetch a fresh token after one was refused. */
export function onSession(handlers: { signInRequired: () => void; renew: () => Promise<unknown> }): void {
  onSignInRequired = handlers.signInRequired;
  renewToken = handlers.renew;
}

/** Address of an API path with its query; empty values are left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const text = search.toString();
  return `${ROOT}${path}${text === '' ? '' : `?${text}`}`;
}

/**
 * One call of the JSON API.
 * @throws ApiError for every refusal, with the server's words in the reader's language
 */
export async function call<T>(method: Method, path: string, body?: unknown, query?: Query): Promise<T> {
  const answer = await attempt(() => send(method, address(path, query), body));
  return readAnswer<T>(answer.status, await answer.text());
}

export const get = <T>(path: string, query?: Query) => call<T>('GET', path, undefined, query);
export const post = <T>(path: string, body: unknown = {}) => call<T>('POST', path, body);
export const put = <T>(path: string, body: unknown) => call<T>('PUT', path, body);
export const patch = <T>(path: string, body: unknown) => call<T>('PATCH', path, body);
export const remove = <T>(path: string, query?: Query) => call<T>('DELETE', path, undefined, query);

async function send(method: Method, url: string, body: unknown): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers['x-csrf-token'] = csrfToken;
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(url, { method, headers, credentials: 'same-origin', ...content });
}

/** Sends; a stale CSRF token is renewed once, since the refused call has changed nothing. */
async function attempt(once: () => Promise<Response>): Promise<Response> {
  try {
    const answer = await once();
    if (answer.status !== 403 || !(await isCode(answer, 'CSRF_REFUSED'))) return answer;
    await renewToken();
    return await once();
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw noConnection();
  }
}

async function isCode(answer: Response, code: string): Promise<boolean> {
  const body = (await answer
    .clone()
    .json()
    .catch(() => null)) as ErrorBody | null;
  return body?.error.code === code;
}

function readAnswer<T>(status: number, text: string): T {
  const body = parse(text);
  if (status >= 200 && status < 300) return body as T;
  const refusal = isErrorBody(body) ? body.error : { code: `HTTP_${status}`, message: '' };
  if (refusal.code === 'SIGN_IN_REQUIRED') onSignInRequired();
  throw new ApiError(status, refusal);
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'error' in body;
}

/**
 * Uploads files with progress.
 * @param onProgress part sent so far, 0 to 1
 * @param signal aborts the upload
 * @throws ApiError
 */
export function upload<T>(
  path: string,
  form: FormData,
  onProgress: (part: number) => void = () => {},
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-csrf-token', csrfToken);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      try {
        resolve(readAnswer<T>(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () => reject(noConnection());
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function noConnection(): ApiError {
  return new ApiError(0, { code: 'NO_CONNECTION', message: '' });
}
