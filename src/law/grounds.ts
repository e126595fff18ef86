import type { Statute } from './statute.ts';

/** A legal ground for not disclosing, or for disclosing only on request. Ids are stored and never reused. */
export interface DisclosureGround {
  readonly id: string;
  readonly statute: Statute;
  readonly article: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Attributes this ground can carry. */
  readonly attributes: readonly ('on-request' | 'not-disclosed')[];
  /** `must`: 不得/不予公开; `may`: the organ may withhold (可以不予公开); `unless`: open with consent or for a major public interest. */
  readonly force: 'must' | 'may' | 'unless';
  /** Comes up for periodic re-assessment under 《条例》2019 第十八条. */
  readonly reassessed: boolean;
}

const withheld = { attributes: ['not-disclosed'], reassessed: true } as const;
const either = { attributes: ['not-disclosed', 'on-request'], reassessed: true } as const;
const onRequest = { attributes: ['on-request'], force: 'may', reassessed: false } as const;

const OGI2019: readonly DisclosureGround[] = [
  {
    id: 'ogi2019-14-state-secret',
    statute: 'OGI2019',
    article: '《条例》（2019）第十四条',
    label: { zh: '依法确定为国家秘密', en: 'State secret' },
    force: 'must',
    ...withheld,
  },
  {
    id: 'ogi2019-14-forbidden',
    statute: 'OGI2019',
    article: '《条例》（2019）第十四条',
    label: { zh: '法律、行政法规禁止公开', en: 'Disclosure forbidden by law or administrative regulation' },
    force: 'must',
    ...withheld,
  },
  {
    id: 'ogi2019-14-security',
    statute: 'OGI2019',
    article: '《条例》（2019）第十四条',
    label: {
      zh: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
      en: 'May endanger national, public or economic security or social stability',
    },
    force: 'must',
    ...withheld,
  },
  {
    id: 'ogi2019-15-trade-secret',
    statute: 'OGI2019',
    article: '《条例》（2019）第十五条',
    label: {
      zh: '涉及商业秘密，公开会损害第三方合法权益',
      en: 'Trade secret; disclosure would harm a third party',
    },
    force: 'unless',
    ...either,
  },
  {
    id: 'ogi2019-15-privacy',
    statute: 'OGI2019',
    article: '《条例》（2019）第十五条',
    label: {
      zh: '涉及个人隐私，公开会损害第三方合法权益',
      en: 'Personal privacy; disclosure would harm a third party',
    },
    force: 'unless',
    ...either,
  },
  {
    id: 'ogi2019-15-third-party',
    statute: 'OGI2019',
    article: '《条例》（2019）第十五条',
    label: {
      zh: '公开会对第三方合法权益造成其他损害',
      en: 'Other harm to the lawful rights of a third party',
    },
    force: 'unless',
    ...either,
  },
  {
    id: 'ogi2019-16-internal-affairs',
    statute: 'OGI2019',
    article: '《条例》（2019）第十六条第一款',
    label: {
      zh: '内部事务信息（人事管理、后勤管理、内部工作流程等）',
      en: 'Internal affairs: personnel, logistics, internal workflow',
    },
    force: 'may',
    ...either,
  },
  {
    id: 'ogi2019-16-deliberative',
    statute: 'OGI2019',
    article: '《条例》（2019）第十六条第二款',
    label: {
      zh: '过程性信息（讨论记录、过程稿、磋商信函、请示报告等）',
      en: 'Deliberative information: discussion records, drafts, consultation letters, requests and reports',
    },
    force: 'may',
    ...either,
  },
  {
    id: 'ogi2019-16-enforcement-file',
    statute: 'OGI2019',
    article: '《条例》（2019）第十六条第二款',
    label: { zh: '行政执法案卷信息', en: 'Administrative enforcement case file' },
    force: 'may',
    ...either,
  },
  {
    id: 'ogi2019-27-outside-proactive',
    statute: 'OGI2019',
    article: '《条例》（2019）第十三条第二款、第二十七条',
    label: {
      zh: '不属于应当主动公开的范围，可依申请公开',
      en: 'Outside the scope of proactive disclosure; open to request',
    },
    ...onRequest,
  },
];

const OGI2007: readonly DisclosureGround[] = [
  {
    id: 'ogi2007-8-security',
    statute: 'OGI2007',
    article: '《条例》（2007）第八条',
    label: {
      zh: '公开可能危及国家安全、公共安全、经济安全和社会稳定',
      en: 'May endanger national, public or economic security or social stability',
    },
    force: 'must',
    ...withheld,
  },
  {
    id: 'ogi2007-14-state-secret',
    statute: 'OGI2007',
    article: '《条例》（2007）第十四条第四款',
    label: { zh: '涉及国家秘密', en: 'State secret' },
    force: 'must',
    ...withheld,
  },
  {
    id: 'ogi2007-14-trade-secret',
    statute: 'OGI2007',
    article: '《条例》（2007）第十四条第四款',
    label: { zh: '涉及商业秘密', en: 'Trade secret' },
    force: 'unless',
    ...either,
  },
  {
    id: 'ogi2007-14-privacy',
    statute: 'OGI2007',
    article: '《条例》（2007）第十四条第四款',
    label: { zh: '涉及个人隐私', en: 'Personal privacy' },
    force: 'unless',
    ...either,
  },
  {
    id: 'ogi2007-2010-5-internal',
    statute: 'OGI2007',
    article: '国办发〔2010〕5号第二条',
    label: { zh: '日常工作中制作或者获取的内部管理信息', en: 'Internal management information' },
    force: 'may',
    ...either,
  },
  {
    id: 'ogi2007-2010-5-deliberative',
    statute: 'OGI2007',
    article: '国办发〔2010〕5号第二条',
    label: {
      zh: '处于讨论、研究或者审查中的过程性信息',
      en: 'Information under discussion, study or review',
    },
    force: 'may',
    ...either,
  },
  {
    id: 'ogi2007-13-own-need',
    statute: 'OGI2007',
    article: '《条例》（2007）第十三条',
    label: {
      zh: '主动公开范围之外，根据自身生产、生活、科研等特殊需要申请获取',
      en: "Outside proactive disclosure; open to request for one's own production, life or research",
    },
    ...onRequest,
  },
];

/** The closed list of grounds of both versions, the version in force first. */
export const DISCLOSURE_GROUNDS: readonly DisclosureGround[] = [...OGI2019, ...OGI2007];
