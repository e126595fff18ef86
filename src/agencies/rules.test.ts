import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hasText } from '../platform/index.ts';
import { temporaryDirectory } from '../platform/testing.ts';
import { lockMinutes } from './attempts.ts';
import { csrfToken, csrfTokenMatches, isSameOrigin } from './csrf.ts';
import { AGENCIES_ERROR_CODES, type AgenciesErrorCode } from './errors.ts';
import { csvRow } from './export-audit.ts';
import { generatePassword, hashPassword, passwordProblems, verifyPassword } from './passwords.ts';
import { secretBox } from './secrets.ts';
import { acceptedStep, newRecoveryCodes, recoveryCodeHash } from './totp.ts';
import { closesCircle, inTreeOrder, lineage } from './tree.ts';

describe('passwords', () => {
  const rows: [password: string, problems: AgenciesErrorCode[]][] = [
    ['short-one', ['PASSWORD_TOO_SHORT']],
    ['exactly-10', []],
    ['一二三四五六七八九', ['PASSWORD_TOO_SHORT']],
    ['一二三四五六七八九十', []],
    ['ZhangSan.Office', ['PASSWORD_IS_LOGIN']],
    ['1234567890', ['PASSWORD_COMMON']],
    ['Admin123456', ['PASSWORD_COMMON']],
    ['admin123admin123', ['PASSWORD_COMMON']],
    ['aaaaaaaaaaaa', ['PASSWORD_COMMON']],
    ['ababababab', ['PASSWORD_COMMON']],
    ['111111', ['PASSWORD_TOO_SHORT', 'PASSWORD_COMMON']],
    ['x1y2z3'.repeat(34), ['PASSWORD_TOO_LONG']],
  ];
  for (const [password, problems] of rows) {
    test(`${password.slice(0, 20)}: ${problems.join(', ') || 'accepted'}`, () => {
      assert.deepEqual(passwordProblems(password, 'zhangsan.office'), problems);
    });
  }

  test('a generated password passes the rules', () => {
    for (let n = 0; n < 50; n++) assert.deepEqual(passwordProblems(generatePassword(), 'zhangsan'), []);
  });

  test('a hash is argon2id, salted, and verifies its password only', async () => {
    const hash = await hashPassword('correct horse battery');
    assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    assert.notEqual(hash, await hashPassword('correct horse battery'));
    assert.equal(await verifyPassword(hash, 'correct horse battery'), true);
    assert.equal(await verifyPassword(hash, 'correct horse batterz'), false);
    assert.equal(await verifyPassword('', 'correct horse battery'), false);
  });

  test('full-width and half-width forms of one password are one password', async () => {
    assert.equal(await verifyPassword(await hashPassword('ｐａｓｓ-phrase-1'), 'pass-phrase-1'), true);
  });

  test('a lock begins with the fifth failure and doubles up to a day', () => {
    assert.deepEqual([1, 4, 5, 6, 7, 11, 12, 200].map(lockMinutes), [0, 0, 15, 30, 60, 960, 1440, 1440]);
  });
});

describe('the second step', () => {
  // RFC 6238 appendix B, SHA-1, the last six of the eight digits; secret "12345678901234567890".
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const vectors: [unixSeconds: number, code: string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ];
  for (const [seconds, code] of vectors) {
    test(`RFC 6238 at ${seconds}`, () => {
      const now = new Date(seconds * 1000).toISOString();
      assert.equal(acceptedStep(secret, code, now, null), Math.floor(seconds / 30));
    });
  }

  test('one step of clock difference is accepted, two are not', () => {
    const at = (seconds: number) => new Date(seconds * 1000).toISOString();
    assert.equal(acceptedStep(secret, '279037', at(2000000000 + 30), null), 66666666);
    assert.equal(acceptedStep(secret, '279037', at(2000000000 + 70), null), null);
  });

  test('a step is accepted once', () => {
    const now = new Date(2000000000_000).toISOString();
    assert.equal(acceptedStep(secret, '279037', now, 66666666), null);
    assert.equal(acceptedStep(secret, '279037', now, 66666665), 66666666);
  });

  test('what is not six digits is refused', () => {
    for (const code of ['', '27903', '2790377', 'abcdef', '27903x'])
      assert.equal(acceptedStep(secret, code, new Date(2000000000_000).toISOString(), null), null);
  });

  test('recovery codes differ, and may be typed without dashes and in capitals', () => {
    const codes = newRecoveryCodes();
    assert.equal(new Set(codes).size, 10);
    assert.equal(recoveryCodeHash(codes[0]!.replaceAll('-', ' ').toUpperCase()), recoveryCodeHash(codes[0]!));
  });
});

describe('secrets at rest', () => {
  test('open where they were sealed, with the same key, and nowhere else', () => {
    const box = secretBox(temporaryDirectory());
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (plain, context, other) => {
        const sealed = box.seal(plain, context);
        assert.equal(box.open(sealed, context), plain);
        if (other !== context) assert.throws(() => box.open(sealed, other), { code: 'SECRET_UNREADABLE' });
      }),
      { numRuns: 50 },
    );
    assert.throws(() => secretBox(temporaryDirectory()).open(box.seal('x', 'c'), 'c'), {
      code: 'SECRET_UNREADABLE',
    });
  });

  test('any altered character is noticed', () => {
    const box = secretBox(temporaryDirectory());
    const sealed = box.seal('JBSWY3DPEHPK3PXP', 'totp:p1');
    for (let at = 3; at < sealed.length; at++) {
      const altered = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      if (Buffer.from(altered.slice(3), 'base64url').equals(Buffer.from(sealed.slice(3), 'base64url')))
        continue;
      assert.throws(() => box.open(altered, 'totp:p1'), { code: 'SECRET_UNREADABLE' });
    }
  });
});

describe('cross-site requests', () => {
  const rows: [origin: string | undefined, site: string | undefined, ours: boolean][] = [
    [undefined, undefined, true],
    ['http://jt.example.cn:8080', 'same-origin', true],
    ['https://public.example.cn', 'same-origin', true],
    ['http://public.example.cn', 'same-origin', false],
    ['http://jt.example.cn', undefined, false],
    ['https://evil.example', 'cross-site', false],
    ['https://evil.example', undefined, false],
    ['null', undefined, false],
    ['data:,x', undefined, false],
    [undefined, 'cross-site', false],
    [undefined, 'same-site', false],
    [undefined, 'none', true],
  ];
  for (const [origin, site, ours] of rows) {
    test(`origin ${origin}, sec-fetch-site ${site}: ${ours ? 'ours' : 'refused'}`, () => {
      const headers = { origin, 'sec-fetch-site': site };
      assert.equal(isSameOrigin(headers, 'jt.example.cn:8080', 'https://public.example.cn'), ours);
    });
  }

  test('a token belongs to its session', () => {
    assert.equal(csrfTokenMatches('one', csrfToken('one')), true);
    for (const given of [csrfToken('two'), '', undefined, ['x'], `${csrfToken('one')}x`])
      assert.equal(csrfTokenMatches('one', given), false);
  });
});

describe('the tree', () => {
  const nodes = [
    { id: 'station', parentId: 'bureau' },
    { id: 'office', parentId: null },
    { id: 'bureau', parentId: 'office' },
    { id: 'school', parentId: 'office' },
  ];
  test('parents come before their children, with depths', () => {
    assert.deepEqual(
      inTreeOrder(nodes).map(({ id, depth }) => `${id} ${depth}`),
      ['office 0', 'bureau 1', 'station 2', 'school 1'],
    );
  });
  test('a circle is noticed at any depth', () => {
    assert.equal(closesCircle(nodes, 'office', 'station'), true);
    assert.equal(closesCircle(nodes, 'bureau', 'bureau'), true);
    assert.equal(closesCircle(nodes, 'school', 'station'), false);
  });
  test('a lineage runs from the agency to the top', () => {
    assert.deepEqual(lineage(nodes, 'station'), ['station', 'bureau', 'office']);
  });
});

describe('the CSV export', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
    test(`a cell that starts with ${JSON.stringify(start)} stays text in a spreadsheet`, () => {
      assert.equal(csvRow([`${start}1+1`]), `"'${start}1+1"\r\n`);
    });
  }
  test('quotes, commas and line breaks are quoted, null is empty', () => {
    assert.equal(csvRow(['a"b', 'c,d', 'e\nf', null, 7, '正常']), '"a""b","c,d","e\nf",,7,正常\r\n');
  });
});

describe('texts', () => {
  test('every error code has one', () => {
    for (const code of AGENCIES_ERROR_CODES) assert.ok(hasText(`error.${code}`), code);
  });

  test('every action this room records has one', () => {
    const sources = readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.test.ts'));
    const actions = sources.flatMap((name) =>
      [
        ...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/action: '([a-z-]+\.[a-z-]+)'/g),
      ].map((m) => m[1]!),
    );
    assert.ok(actions.length > 15);
    for (const action of actions) assert.ok(hasText(`audit.action.${action}`), action);
  });
});
