import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../platform/index.ts';

export interface Asset {
  /** Carries a hash of the content, so that browsers may keep it for ever. */
  readonly path: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

const directory = import.meta.dirname;

function asset(name: string, mediaType: string): Asset {
  const content = readFileSync(join(directory, name));
  const [stem, ending] = name.split('.');
  return { path: `/assets/${stem}.${sha256(content).slice(0, 16)}.${ending}`, mediaType, content };
}

/** Everything a page loads besides itself: one stylesheet and one small picture. */
export const assets = {
  stylesheet: asset('portal.css', 'text/css; charset=utf-8'),
  emblem: asset('emblem.svg', 'image/svg+xml'),
};

/** Changes when this room's templates or stylesheet change, so that browsers ask again after an update. */
export const templatesHash = sha256(
  readdirSync(directory)
    .filter((name) => /\.(?:ts|css|svg)$/.test(name) && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => readFileSync(join(directory, name), 'utf8'))
    .join('\n'),
).slice(0, 16);
