import type { Hit, Subject } from './detect.ts';

/** A document number whose brackets were lost on the way: 示政办发201756号 for 示政办发〔2017〕56号. */
const FUSED_NUMBER =
  /(?<![\u4e00-\u9fff]{12})([\u4e00-\u9fff]{1,10}[发办函规复通议批])((?:19[89]|20[0-4])\d)(\d{1,3})号/g;
/** A date whose 年 and 月 were lost: 20151231日, 202311日. */
const FUSED_DATE = /(?<![\d.])((?:19[89]|20[0-4])\d)(\d{2,4})日/g;

function numberHits(text: string): Hit[] {
  return [...text.matchAll(FUSED_NUMBER)].map((match) => ({
    code: 'wording.document-number',
    severity: 'warning',
    start: match.index,
    end: match.index + match[0].length,
    suggestion: `${match[1]}〔${match[2]}〕${match[3]}号`,
  }));
}

/** Only eight digits say for certain where the month ends. */
function dateSuggestion(year: string, rest: string): { suggestion?: string } {
  const month = Number(rest.slice(0, 2));
  const day = Number(rest.slice(2));
  const certain = rest.length === 4 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return certain ? { suggestion: `${year}年${month}月${day}日` } : {};
}

/**
 * Signs lost by conversion from Word or between sites, which leave a number no one can cite and a date no one
 * can read: document numbers (GB/T 9704—2012 7.2.5) and dates.
 */
export function detectLostWording(subject: Subject): Hit[] {
  const { text } = subject.normalised;
  const dates: Hit[] = [...text.matchAll(FUSED_DATE)].map((match) => ({
    code: 'wording.date',
    severity: 'warning',
    start: match.index,
    end: match.index + match[0].length,
    ...dateSuggestion(match[1]!, match[2]!),
  }));
  return [...numberHits(text), ...dates];
}
