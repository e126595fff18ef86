import { chmodSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

interface Setting {
  readonly env: string;
  readonly default: string;
  readonly help: string;
}

/** Every setting there is; nothing else reads `process.env`. `docs/reference/settings.md` lists the same. */
export const SETTINGS = {
  dataDirectory: { env: 'ZHAOGAO_DATA', default: './data', help: 'Directory of database, files and keys.' },
  databaseUrl: {
    env: 'DATABASE_URL',
    default: '',
    help: 'PostgreSQL address; empty: SQLite in the data directory.',
  },
  host: { env: 'HOST', default: '127.0.0.1', help: 'Address to listen on.' },
  port: { env: 'PORT', default: '8080', help: 'Port to listen on; 0 picks a free one.' },
  publicUrl: {
    env: 'ZHAOGAO_PUBLIC_URL',
    default: '',
    help: 'Address under which people reach the portal, e.g. https://jt.example.gov.cn; empty: as requested.',
  },
  logOrigin: {
    env: 'ZHAOGAO_LOG_ORIGIN',
    default: '',
    help: 'Name of the publication log (a schema-less URL); fixed at init and kept with the key.',
  },
  maxUploadBytes: { env: 'ZHAOGAO_MAX_UPLOAD_BYTES', default: '52428800', help: 'Largest accepted file.' },
  parseTimeLimitMs: { env: 'ZHAOGAO_PARSE_TIME_LIMIT_MS', default: '30000', help: 'Time to read one file.' },
  parseMemoryLimitBytes: {
    env: 'ZHAOGAO_PARSE_MEMORY_LIMIT_BYTES',
    default: '805306368',
    help: 'Memory to read one file.',
  },
  sessionHours: { env: 'ZHAOGAO_SESSION_HOURS', default: '10', help: 'Hours until a sign-in ends.' },
  logLevel: { env: 'ZHAOGAO_LOG_LEVEL', default: 'info', help: 'fatal, error, warn, info, debug, silent.' },
  siteIdentityCode: {
    env: 'ZHAOGAO_SITE_ID',
    default: '',
    help: '政府网站标识码, ten digits; shown in footer and meta tags.',
  },
  siteIcpRecord: { env: 'ZHAOGAO_SITE_ICP', default: '', help: 'ICP备案编号, shown in the footer.' },
  sitePoliceRecord: {
    env: 'ZHAOGAO_SITE_POLICE',
    default: '',
    help: '公安机关备案编号, shown in the footer.',
  },
  trustProxy: {
    env: 'ZHAOGAO_TRUST_PROXY',
    default: '',
    help: 'Addresses of reverse proxies whose X-Forwarded-For is believed.',
  },
} as const satisfies Record<string, Setting>;

export interface Config {
  readonly dataDirectory: string;
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly logOrigin: string;
  readonly maxUploadBytes: number;
  readonly parseTimeLimitMs: number;
  readonly parseMemoryLimitBytes: number;
  readonly sessionHours: number;
  readonly logLevel: string;
  readonly siteIdentityCode: string;
  readonly siteIcpRecord: string;
  readonly sitePoliceRecord: string;
  readonly trustProxy: string;
}

/** A mistake in the settings: the program does not start; `message` names the setting. */
export class ConfigError extends Error {}

/**
 * Reads the settings once, at start.
 * @param overrides what the command line says, stronger than the environment
 * @throws ConfigError for a value that is not of its kind or an unknown ZHAOGAO_ key
 */
export function loadConfig(
  overrides: Partial<Record<keyof Config, string>> = {},
  environment: Record<string, string | undefined> = process.env,
): Config {
  const known = new Set<string>(Object.values(SETTINGS).map((setting) => setting.env));
  for (const key of Object.keys(environment)) {
    if (key.startsWith('ZHAOGAO_') && !known.has(key) && !key.startsWith('ZHAOGAO_TEST_'))
      throw new ConfigError(`unknown setting ${key}`);
  }
  const text = (key: keyof typeof SETTINGS) =>
    overrides[key] ?? environment[SETTINGS[key].env] ?? SETTINGS[key].default;
  const whole = (key: keyof typeof SETTINGS) => {
    const value = Number(text(key));
    if (!Number.isSafeInteger(value) || value < 0)
      throw new ConfigError(`${SETTINGS[key].env} must be a whole number`);
    return value;
  };
  return {
    dataDirectory: resolve(text('dataDirectory')),
    databaseUrl: text('databaseUrl'),
    host: text('host'),
    port: whole('port'),
    publicUrl: text('publicUrl').replace(/\/+$/, ''),
    logOrigin: text('logOrigin'),
    maxUploadBytes: whole('maxUploadBytes'),
    parseTimeLimitMs: whole('parseTimeLimitMs'),
    parseMemoryLimitBytes: whole('parseMemoryLimitBytes'),
    sessionHours: whole('sessionHours'),
    logLevel: text('logLevel'),
    siteIdentityCode: text('siteIdentityCode'),
    siteIcpRecord: text('siteIcpRecord'),
    sitePoliceRecord: text('sitePoliceRecord'),
    trustProxy: text('trustProxy'),
  };
}

/** Makes the data directory, and in any case readable by its owner only: database and keys are in it. */
export function ensureDataDirectory(config: Config): void {
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 });
  chmodSync(config.dataDirectory, 0o700);
}
