import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that brings the token back. */
export const CSRF_HEADER = 'x-csrf-token';

/**
 * The token of a session: an HMAC keyed with the secret in the cookie, so only a page that was told it by
 * GET /api/v1/session knows it, and nothing needs to be stored.
 */
export function csrfToken(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('zhaogao csrf').digest('base64url');
}

export function csrfTokenMatches(sessionToken: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const expected = Buffer.from(csrfToken(sessionToken));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/**
 * Whether a browser says the request comes from one of our own pages. Clients that are no browsers say
 * nothing and pass: for them the token is the check.
 * @param host host and port the request was made to
 * @param publicUrl the configured address, or ''
 */
export function isSameOrigin(
  headers: { origin?: string | undefined; 'sec-fetch-site'?: string | string[] | undefined },
  host: string,
  publicUrl: string,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin === undefined) return true;
  if (!URL.canParse(headers.origin)) return false;
  const origin = new URL(headers.origin);
  return (
    origin.host === hostAsIn(origin, host) ||
    (publicUrl !== '' && origin.origin === new URL(publicUrl).origin)
  );
}

/** The host as the URL parser writes it: without the port its scheme implies. */
function hostAsIn(origin: URL, host: string): string | null {
  const url = `${origin.protocol}//${host}`;
  return URL.canParse(url) ? new URL(url).host : null;
}
