import type { Hit, Subject } from './detect.ts';
import {
  addressRanges,
  before,
  type DigitRun,
  digitGroups,
  forEachRun,
  insideRanges,
  isDecimalPart,
  standsAlone,
} from './digits.ts';
import { maskBankCard } from './masking.ts';
import { isResidentId } from './resident-id.ts';

/** The Luhn checksum of ISO/IEC 7812-1. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Issuer prefixes: China UnionPay 62, old domestic 9, and the international schemes. */
const UNIONPAY = /^62/;
const OTHER_ISSUER = /^(?:4|5[1-5]|3[57]|9)/;

const CARD_WORD = /开户行|账号|帐号|账户|帐户|卡号|银行|一卡通|存折|户名|社保卡|收款/;
const PERSONAL_WORD = /一卡通|银行卡|卡号|存折|社保卡|户主|姓名|个人账|身份证|本人/;
/** Fee, deposit and donation accounts of organisations are meant to be read. */
const OFFICIAL_WORD =
  /(?:户\s?名|账户名称|帐户名称|单位名称|收款单位|收款人|开户名|账户名)[:\s]{0,3}[^\s,;。]{0,24}?(?:局|厅|委员会|政府|中心|办公室|公司|学校|大学|学院|医院|财政|国库|专户|法院|检察院|协会|基金会|工会|总会|委|所|站|处)|保证金|罚没|非税|国库|专户|对公|公户|缴款|缴纳|捐赠|捐款|代收|代缴|税款|缴费|招标|竞买/;
const OTHER_CODE =
  /(?:信用代码|索引号|项目代码|编号|编码|单号|合同|备案|许可证|登记号|流水|发票|条码|代码|文号|档案|条形码)[^0-9]{0,8}$/;

const WINDOW = 80;
const LENGTHS: ReadonlySet<number> = new Set([16, 17, 18, 19]);

function cardShape({ digits, shape }: DigitRun): boolean {
  if (digits.length < 16) return false;
  if (shape.length === 1) return true;
  return shape.slice(0, -1).every((length) => length === 4) && shape.at(-1)! <= 4 && shape.length >= 4;
}

function severityOf(digits: string, near: string): 'critical' | 'warning' | null {
  const issuer = UNIONPAY.test(digits) || OTHER_ISSUER.test(digits);
  if (passesLuhn(digits)) {
    if (UNIONPAY.test(digits) || (CARD_WORD.test(near) && issuer)) return 'critical';
    return CARD_WORD.test(near) || (OTHER_ISSUER.test(digits) && digits.length === 16) ? 'warning' : null;
  }
  return PERSONAL_WORD.test(near) && CARD_WORD.test(near) && issuer ? 'warning' : null;
}

/**
 * Bank cards: 16 to 19 digits, in one run or groups of four, with the Luhn checksum and an issuer prefix or
 * a word for an account nearby. Accounts under the name of an organisation pass.
 */
export function detectBankCards(subject: Subject): Hit[] {
  const { text } = subject.normalised;
  const inAddress = insideRanges(addressRanges(text));
  const hits: Hit[] = [];
  let covered = 0;
  forEachRun(text, digitGroups(text), LENGTHS, 5, (run) => {
    if (run.start < covered || !cardShape(run) || isResidentId(run.digits)) return;
    if (!standsAlone(text, run.start, run.end) || /[Xx]/.test(text[run.end] ?? '')) return;
    if (inAddress(run.start) || isDecimalPart(text, run.start, run.end)) return;
    const near = before(text, run.start, WINDOW, false);
    if (OFFICIAL_WORD.test(near) || (OTHER_CODE.test(near) && !CARD_WORD.test(near.slice(-16)))) return;
    const severity = severityOf(run.digits, near);
    if (!severity) return;
    const masked = maskBankCard(run.digits);
    const code = severity === 'critical' ? 'bank-card.valid' : 'bank-card.possible';
    hits.push({ code, severity, start: run.start, end: run.end, shown: masked, suggestion: masked });
    covered = run.end;
  });
  return hits;
}
