import { timeliness } from '../law/index.ts';
import type { Language } from '../platform/index.ts';
import type { Timeliness } from './contract.ts';

/** Timeliness with its chain of reasons in the reader's language. */
export function timelinessView(
  formedOn: string | null,
  publishedOn: string | null,
  today: string,
  language: Language,
): Timeliness {
  const result = timeliness({ formedOn, publishedOn, today });
  return {
    formedOn,
    publishedOn,
    dueOn: result.dueOn,
    provisional: result.provisional,
    elapsedWorkingDays: result.elapsedWorkingDays,
    limitDays: result.limitDays,
    status: result.status,
    daysLate: result.daysLate,
    reasons: result.reasons.map((one) => ({
      date: one.date ?? null,
      rule: one.rule,
      article: one.article,
      text: one.text[language],
    })),
  };
}
