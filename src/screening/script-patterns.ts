import type { Severity } from './finding.ts';

const SEARCH_ENGINES = '(?:baidu|sogou|haosou|so\\.com|360\\.cn|sm\\.cn|bing|google|spider)';

/** Scripts that treat search engines or their visitors differently. */
const CLOAKING = new RegExp(
  `(?:document\\.referrer|navigator\\.userAgent)[\\s\\S]{0,400}?${SEARCH_ENGINES}`,
  'i',
);
const REDIRECT = /location(?:\.href|\.replace|\.assign)?\s{0,3}[=(]|document\.write/i;
/** Obfuscation intruders use; packers are rare on government pages but not unknown. */
const OBFUSCATED: readonly RegExp[] = [
  /eval\(function\(p,a,c,k,e/i,
  /fromCharCode\((?:\s{0,2}\d{1,6}\s{0,2},){12}/i,
  /unescape\(\s{0,2}["'](?:%u[0-9a-f]{4}|%[0-9a-f]{2}){8}/i,
  /(?:\\x[0-9a-f]{2}){20}/i,
];
const WRITES_HIDDEN =
  /document\.write(?:ln)?\([^;]{0,400}?(?:display\s{0,2}:\s{0,2}none|left\s{0,2}:\s{0,2}-\d{3}|height\s{0,2}[:=]\s{0,2}["']?0)/i;

/** How suspicious a script is: serving search visitors something else blocks, obfuscation is shown. */
export function suspiciousScript(script: string): Severity | null {
  if (CLOAKING.test(script) && REDIRECT.test(script)) return 'critical';
  if (WRITES_HIDDEN.test(script)) return 'critical';
  return OBFUSCATED.some((pattern) => pattern.test(script)) ? 'warning' : null;
}
