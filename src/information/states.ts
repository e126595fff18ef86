/**
 * The closed lists of the lifecycle, as data. The working version of an item walks through STATES; what the
 * public sees is a PUBLIC_STATUSES of its own, because an amendment is reviewed while the old text stands.
 */
export const SECTIONS = ['catalogue', 'guide', 'regulations', 'annual-reports', 'supervision'] as const;
export type Section = (typeof SECTIONS)[number];

/** Steps of a review chain, in the order they can stand in it (报送、审定、管理、公开). */
export const REVIEW_STEPS = ['unit-review', 'secrecy-review', 'risk-assessment', 'approval'] as const;
export type ReviewStep = (typeof REVIEW_STEPS)[number];

export const STATES = ['draft', ...REVIEW_STEPS, 'approved', 'scheduled', 'published', 'withheld'] as const;
export type State = (typeof STATES)[number];

export const PUBLIC_STATUSES = ['in-force', 'repealed', 'withdrawn'] as const;
export type PublicStatus = (typeof PUBLIC_STATUSES)[number];

/** What a new version is for; each goes through the whole chain and becomes an entry of that action. */
export const CHANGES = ['publish', 'amend', 'correct', 'repeal', 'reinstate'] as const;
export type Change = (typeof CHANGES)[number];

export const WITHDRAWAL_REASONS = [
  'personal-data',
  'secrecy',
  'trade-secret',
  'factual-error',
  'legal-order',
  'published-by-mistake',
  'tampered',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

export const ATTRIBUTES = ['proactive', 'on-request', 'not-disclosed'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** Genre (体裁): the fifteen kinds of official document since 2012-07-01, and the pages that are none. */
export const GENRES = [
  '决议',
  '决定',
  '命令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
  '其他',
] as const;
