import { describe, it } from 'node:test';
import { findsOne, passes } from './test-support.ts';

describe('the attribute printed in a document', () => {
  const notPublic = 'attribute.not-public critical';
  it('must not contradict proactive disclosure', () => {
    for (const text of [
      '（此件依申请公开）',
      '此件不公开',
      '此件不予公开',
      '公开属性：依申请公开',
      '信息公开选项: 不予公开',
      '公开方式：☑不公开',
    ])
      findsOne(text, notPublic, { attribute: 'proactive' });
  });

  it('is a warning while no attribute is decided, or when it differs otherwise', () => {
    findsOne('（此件依申请公开）', 'attribute.undecided warning');
    findsOne('（此件依申请公开）', 'attribute.differs warning', { attribute: 'not-disclosed' });
    findsOne('（此件公开发布）', 'attribute.differs warning', { attribute: 'not-disclosed' });
  });

  it('passes when it agrees, is quoted, or offers a choice', () => {
    passes('（此件公开发布）', { attribute: 'proactive' });
    passes('（此件公开发布）');
    passes('此件依申请公开', { attribute: 'on-request' });
    passes('文末应注明“此件依申请公开”字样。', { attribute: 'proactive' });
    passes('公开方式：□主动公开 □依申请公开 □不予公开', { attribute: 'proactive' });
    passes('主动公开1027条、依申请公开459条、不予公开1535条', { attribute: 'proactive' });
  });
});
