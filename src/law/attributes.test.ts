import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  DISCLOSURE_ATTRIBUTES,
  disclosureGround,
  groundsFor,
  parseDisclosureAttribute,
  reassessmentApplies,
} from './attributes.ts';
import { DISCLOSURE_GROUNDS } from './grounds.ts';

describe('the grounds of a disclosure attribute', () => {
  it('are none for proactive disclosure and some for every other attribute and version', () => {
    for (const date of ['2009-01-01', '2014-06-01', '2020-01-01']) {
      assert.deepEqual(groundsFor('proactive', date), []);
      for (const { id, needsGround } of DISCLOSURE_ATTRIBUTES)
        assert.equal(groundsFor(id, date).length > 0, needsGround, `${id} ${date}`);
    }
  });

  it('follow the version in force', () => {
    const ids = (date: string) => groundsFor('not-disclosed', date).map((ground) => ground.id);
    assert.ok(ids('2019-05-14').every((id) => id.startsWith('ogi2007-')));
    assert.ok(ids('2019-05-15').every((id) => id.startsWith('ogi2019-')));
    assert.deepEqual(ids('2020-01-01').filter((id) => id.startsWith('ogi2019-14')).length, 3);
  });

  it('never put a state secret within reach of a request', () => {
    for (const date of ['2014-06-01', '2020-01-01'])
      assert.ok(!groundsFor('on-request', date).some((ground) => ground.id.includes('state-secret')));
  });

  it('have ids of their own', () => {
    assert.equal(new Set(DISCLOSURE_GROUNDS.map((ground) => ground.id)).size, DISCLOSURE_GROUNDS.length);
    assert.equal(disclosureGround('ogi2019-15-privacy')?.force, 'unless');
    assert.equal(disclosureGround('nothing'), undefined);
  });

  it('come up for re-assessment since Article 18 is in force, old items included, request-only items not', () => {
    const old = disclosureGround('ogi2007-14-trade-secret')!;
    assert.equal(reassessmentApplies(old, '2019-05-14'), false);
    assert.equal(reassessmentApplies(old, '2019-05-15'), true);
    assert.equal(reassessmentApplies(disclosureGround('ogi2019-27-outside-proactive')!, '2020-01-01'), false);
  });
});

describe('an attribute as documents print it', () => {
  const rows = [
    ['主动公开', 'proactive'],
    ['此件公开发布', 'proactive'],
    ['依申请公开', 'on-request'],
    ['依申请', 'on-request'],
    ['此件依申请公开', 'on-request'],
    ['不予 公开', 'not-disclosed'],
    ['此件不公开', 'not-disclosed'],
    ['公开大厅', null],
    ['', null],
  ] as const;
  for (const [text, attribute] of rows)
    it(`reads “${text}” as ${attribute}`, () => assert.equal(parseDisclosureAttribute(text), attribute));
});
