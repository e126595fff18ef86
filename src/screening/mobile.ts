import type { Hit, Subject } from './detect.ts';
import {
  addressRanges,
  after,
  before,
  type DigitRun,
  digitGroups,
  forEachRun,
  insideRanges,
  isDecimalPart,
  standsAlone,
} from './digits.ts';
import { maskMobile } from './masking.ts';

const MOBILE = /^1[3-9]\d{9}$/;
/** A country code written to the number: +8613800000000, 008613800000000. */
const WITH_COUNTRY = /^(?:0086|86)(1[3-9]\d{9})$/;

/** Digits of a number alone, with 86 and with 0086. */
const LENGTHS: ReadonlySet<number> = new Set([11, 13, 15]);

/** Labels under which guides, notices and replies give the office's own contact. */
const OFFICE_LABEL =
  /联系电话|联系方式|联系人|办公电话|咨询电话|监督电话|举报电话|投诉电话|服务电话|值班电话|值班手机|联络电话|报名电话|传真|热线|承办人|经办人|联系手机/;
/** Labels of private persons: their numbers are personal data whatever the column is called. */
const PRIVATE_LABEL =
  /申请人|投诉人|举报人|信访人|反映人|来访人|户主|家长|监护人|本人|村民|业主|受害人|被害人|当事人|申报人|补贴对象|救助对象|家庭住址|身份证|学生|患者|持证人|受益人/;
/** Digits after these are codes. */
const CODE_LABEL =
  /(?:索引号|编号|编码|代码|单号|文号|合同|档案|登记号|流水|备案|条码|账号|帐号|许可证|序列|信用)[^0-9]{0,6}$/;
const AMOUNT_AFTER = /^\s?(?:元|万|亿|%|‰|人次|平方|千瓦|吨|公里|米|号文|号公告|个|件|条)/;

const OFFICE_WINDOW = 20;
const PRIVATE_WINDOW = 40;

function mobileOf(run: DigitRun, text: string): string | null {
  const shape = run.shape.join();
  if (MOBILE.test(run.digits)) return shape === '11' || shape === '3,4,4' ? run.digits : null;
  const match = run.shape.length === 1 ? WITH_COUNTRY.exec(run.digits) : null;
  if (!match) return null;
  return run.digits.startsWith('00') || text[run.start - 1] === '+' ? match[1]! : null;
}

/** Timestamps, codes and amounts of eleven digits. */
function isOtherNumber(text: string, run: DigitRun): boolean {
  return (
    isDecimalPart(text, run.start, run.end) ||
    CODE_LABEL.test(before(text, run.start, 16)) ||
    AMOUNT_AFTER.test(after(text, run.end, 6)) ||
    /[_=/#]$/.test(text.slice(run.start - 1, run.start))
  );
}

function isOffice(text: string, at: number): boolean {
  const near = before(text, at, OFFICE_WINDOW, false);
  return OFFICE_LABEL.test(near) && !PRIVATE_LABEL.test(before(text, at, PRIVATE_WINDOW));
}

/** Digits of the contacts an agency publishes as its own. */
function contactDigits(ownContacts: readonly string[]): Set<string> {
  return new Set(ownContacts.map((contact) => contact.replace(/\D/g, '').slice(-11)));
}

/**
 * Mobile numbers: eleven digits, also 3-4-4 with spaces or hyphens or with the country code. Under an
 * office label it is a warning, elsewhere critical; the agency's own contacts pass.
 */
export function detectMobiles(subject: Subject, ownContacts: readonly string[]): Hit[] {
  const { text } = subject.normalised;
  const own = contactDigits(ownContacts);
  const inAddress = insideRanges(addressRanges(text));
  const hits: Hit[] = [];
  forEachRun(text, digitGroups(text), LENGTHS, 3, (run) => {
    const number = mobileOf(run, text);
    if (!number || own.has(number) || !standsAlone(text, run.start, run.end)) return;
    if (inAddress(run.start) || isOtherNumber(text, run)) return;
    const office = isOffice(text, run.start);
    const masked = maskMobile(number);
    hits.push({
      code: office ? 'mobile.office' : 'mobile.private',
      severity: office ? 'warning' : 'critical',
      start: run.start,
      end: run.end,
      shown: masked,
      suggestion: masked,
    });
  });
  return hits;
}
