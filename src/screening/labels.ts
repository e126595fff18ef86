import type { Bilingual, DetectorId, Severity } from './finding.ts';

/** Names of the detectors for lists and filters. */
export const DETECTOR_LABELS: Readonly<Record<DetectorId, Bilingual>> = {
  'resident-id': { zh: '公民身份号码', en: 'Resident ID number' },
  mobile: { zh: '手机号码', en: 'Mobile number' },
  'bank-card': { zh: '银行卡号', en: 'Bank card number' },
  'secrecy-mark': { zh: '密级与内部标志', en: 'Secrecy or internal mark' },
  'attribute-contradiction': { zh: '公开属性矛盾', en: 'Contradicting disclosure attribute' },
  hijack: { zh: '植入与篡改', en: 'Hijacked content' },
  'hidden-link': { zh: '暗链', en: 'Hidden link' },
  wording: { zh: '文字缺损', en: 'Lost wording' },
};

/** Names of the severities. */
export const SEVERITY_LABELS: Readonly<Record<Severity, Bilingual>> = {
  critical: { zh: '阻断', en: 'Blocks' },
  warning: { zh: '警示', en: 'Warning' },
  info: { zh: '提示', en: 'Note' },
};
