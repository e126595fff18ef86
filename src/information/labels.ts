import { defineCatalogue, type Text } from '../platform/index.ts';
import type { InformationErrorCode, Refusal } from './errors.ts';
import type {
  Attribute,
  Change,
  PublicStatus,
  ReviewStep,
  Section,
  State,
  WithdrawalReason,
} from './states.ts';

const ERRORS: Record<InformationErrorCode, Text> = {
  ITEM_NOT_FOUND: { zh: '没有这条信息,或已被删除。', en: 'There is no such item, or it was discarded.' },
  ATTACHMENT_NOT_FOUND: { zh: '没有这个附件。', en: 'There is no such attachment.' },
  FINDING_NOT_FOUND: {
    zh: '该审查发现已不存在,内容可能已修改,请刷新后再看。',
    en: 'This finding no longer exists; the text may have changed. Reload the item.',
  },
  CATEGORY_NOT_FOUND: { zh: '目录类别不存在,请重新选择。', en: 'There is no such category. Choose another.' },
  CATEGORY_CODE_TAKEN: {
    zh: '类别代码 {code} 已被使用,请换一个。',
    en: 'The category code {code} is taken. Choose another.',
  },
  REVISION_CONFLICT: {
    zh: '这条信息刚刚被他人处理过({personName}),请刷新后再操作。',
    en: 'Somebody ({personName}) has just acted on this item. Reload it before you go on.',
  },
  NOT_ALLOWED: { zh: '现在不能进行这项操作。', en: 'This cannot be done now.' },
  BAD_PATTERN: {
    zh: '索引号格式有误:须含 {body}、{year}、{seq:位数} 各一处;按类别编号时须含 {class}。',
    en: 'The index pattern must hold {body}, {year} and {seq:digits} once, and {class} when numbering by class.',
  },
  BAD_CHAIN: {
    zh: '审核流程有误:步骤须按顺序、不重复,保密审查和审定不得跳过。',
    en: 'The chain must keep the order of steps, each once; secrecy review and approval cannot be skippable.',
  },
  VERSION_NOT_FOUND: { zh: '没有这个版本。', en: 'There is no such version.' },
  IMPORT_NOT_FOUND: { zh: '没有这个导入任务。', en: 'There is no such import.' },
};

const REFUSALS: Record<Refusal, Text> = {
  NO_PERMISSION: { zh: '您的岗位没有这项权限', en: 'Your role does not allow this' },
  NOT_IN_THIS_STATE: { zh: '当前环节不能进行这项操作', en: 'Not possible at this step' },
  NOT_YOUR_STEP: { zh: '当前环节不由您审核', en: 'This step is not yours to decide' },
  OWN_WORK: { zh: '不得审核自己起草或修改的内容', en: 'Nobody decides on their own work' },
  TITLE_MISSING: { zh: '请填写标题', en: 'The title is missing' },
  CONTENT_MISSING: { zh: '请填写正文或上传附件', en: 'There is neither text nor attachment' },
  CATEGORY_MISSING: { zh: '请选择目录类别', en: 'Choose a category' },
  FORMED_ON_MISSING: { zh: '请填写成文日期', en: 'The date formed is missing' },
  FORMED_ON_IN_FUTURE: { zh: '成文日期不能晚于今天', en: 'The date formed lies in the future' },
  ISSUER_MISSING: { zh: '请填写发布机构', en: 'The issuing agency is missing' },
  GROUND_MISSING: { zh: '不主动公开须选择法定依据', en: 'Choose the legal ground for not publishing' },
  REEXAMINATION_DATE_MISSING: { zh: '不予公开须填写定期评估审查日期', en: 'Set the date of re-examination' },
  CRITICAL_FINDINGS: {
    zh: '存在未处理的严重审查发现,须修改内容或由保密审查员说明理由',
    en: 'Critical findings are open: change the text, or a secrecy reviewer gives a reason',
  },
  STEP_NOT_SKIPPABLE: { zh: '该环节不得跳过', en: 'This step cannot be skipped' },
  NOT_AN_EARLIER_STEP: { zh: '只能退回到之前的环节', en: 'It can only go back to an earlier step' },
  TIME_IN_PAST: { zh: '定时发布时间须晚于现在', en: 'The time to publish lies in the past' },
  NOT_PUBLIC: { zh: '该信息尚未公开', en: 'The item is not public' },
  ALREADY_WITHDRAWN: { zh: '该信息已经撤回', en: 'The item is withdrawn already' },
  NOT_WITHDRAWN: { zh: '该信息未被撤回', en: 'The item is not withdrawn' },
  ALREADY_REPEALED: { zh: '该信息已经废止', en: 'The item is repealed already' },
  CHANGE_IN_PROGRESS: { zh: '已有一项变更正在办理', en: 'A change is in progress already' },
  NOT_PROACTIVE: { zh: '只有主动公开的信息才能发布', en: 'Only proactive disclosure is published' },
  ALREADY_PUBLISHED_ITEM: {
    zh: '已公开的信息不能改为不公开,请使用撤回',
    en: 'A public item cannot become undisclosed this way: withdraw it',
  },
};

export const SECTION_LABELS: Record<Section, Text> = {
  catalogue: { zh: '政府信息公开目录', en: 'Catalogue' },
  guide: { zh: '政府信息公开指南', en: 'Guide' },
  regulations: { zh: '政府信息公开规定', en: 'Regulations' },
  'annual-reports': { zh: '政府信息公开年度报告', en: 'Annual reports' },
  supervision: { zh: '信息公开监督保障制度', en: 'Supervision and safeguards' },
};

export const STATE_LABELS: Record<State, Text> = {
  draft: { zh: '草稿', en: 'Draft' },
  'unit-review': { zh: '科室审核', en: 'Unit review' },
  'secrecy-review': { zh: '保密审查', en: 'Secrecy review' },
  'risk-assessment': { zh: '舆情风险评估', en: 'Risk assessment' },
  approval: { zh: '领导审定', en: 'Approval' },
  approved: { zh: '待发布', en: 'Approved' },
  scheduled: { zh: '定时发布', en: 'Scheduled' },
  published: { zh: '已发布', en: 'Published' },
  withheld: { zh: '存档不公开', en: 'Kept, not published' },
};

export const REVIEW_STEP_LABELS: Record<ReviewStep, Text> = {
  'unit-review': STATE_LABELS['unit-review'],
  'secrecy-review': STATE_LABELS['secrecy-review'],
  'risk-assessment': STATE_LABELS['risk-assessment'],
  approval: STATE_LABELS.approval,
};

export const PUBLIC_STATUS_LABELS: Record<PublicStatus, Text> = {
  'in-force': { zh: '有效', en: 'In force' },
  repealed: { zh: '废止', en: 'Repealed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const CHANGE_LABELS: Record<Change | 'withdraw', Text> = {
  publish: { zh: '首次公开', en: 'Published' },
  amend: { zh: '修订', en: 'Amended' },
  correct: { zh: '更正', en: 'Corrected' },
  repeal: { zh: '废止', en: 'Repealed' },
  withdraw: { zh: '撤回', en: 'Withdrawn' },
  reinstate: { zh: '恢复公开', en: 'Reinstated' },
};

export const ATTRIBUTE_LABELS: Record<Attribute, Text> = {
  proactive: { zh: '主动公开', en: 'Proactive disclosure' },
  'on-request': { zh: '依申请公开', en: 'Disclosure on request' },
  'not-disclosed': { zh: '不予公开', en: 'Not disclosed' },
};

export const WITHDRAWAL_REASON_LABELS: Record<WithdrawalReason, Text> = {
  'personal-data': { zh: '涉及个人信息', en: 'Personal data' },
  secrecy: { zh: '涉及国家秘密或工作秘密', en: 'State or work secret' },
  'trade-secret': { zh: '涉及商业秘密', en: 'Trade secret' },
  'factual-error': { zh: '内容有误', en: 'Error of fact' },
  'legal-order': { zh: '依法须撤回', en: 'Ordered by law' },
  'published-by-mistake': { zh: '误发布', en: 'Published by mistake' },
  tampered: { zh: '内容被篡改', en: 'Tampered with' },
};

function prefixed(prefix: string, texts: Record<string, Text>): Record<string, Text> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]));
}

export const informationLabels = defineCatalogue({
  ...prefixed('error', ERRORS),
  ...prefixed('refusal', REFUSALS),
  ...prefixed('section', SECTION_LABELS),
  ...prefixed('state', STATE_LABELS),
  ...prefixed('public-status', PUBLIC_STATUS_LABELS),
  ...prefixed('change', CHANGE_LABELS),
  ...prefixed('attribute', ATTRIBUTE_LABELS),
  ...prefixed('withdrawal-reason', WITHDRAWAL_REASON_LABELS),
});
