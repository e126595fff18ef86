import type { PublicRow } from '../information/index.ts';
import { PROACTIVE_LIMIT_DAYS, type Timeliness, timeliness } from '../law/index.ts';
import { say } from './labels.ts';
import type { Site } from './site.ts';

/** An item's time to publication against the statutory limit (第二十六条); its day of publication decides. */
export function timelinessOf(item: { formedOn: string | null; publishedOn: string }): Timeliness {
  return timeliness({ formedOn: item.formedOn, publishedOn: item.publishedOn, today: item.publishedOn });
}

/** The same in a sentence. */
export function timelinessSentence(site: Site, facts: Timeliness): string {
  const status =
    facts.status === 'late' || facts.status === 'no-date' || facts.status === 'not-governed'
      ? facts.status
      : 'in-time';
  return say(site, `timeliness.${status}`, {
    days: facts.elapsedWorkingDays ?? 0,
    limit: facts.limitDays,
    late: facts.daysLate,
  });
}

export interface TimelinessSummary {
  count: number;
  inTime: number;
  late: number;
  medianDays: number;
}

/** How long the given items took; those without a governed date formed are left out. Null when none is left. */
export function summariseTimeliness(rows: readonly PublicRow[]): TimelinessSummary | null {
  const days = rows
    .map((row) => row.daysToPublish)
    .filter((value) => value !== null)
    .sort((a, b) => a - b);
  if (days.length === 0) return null;
  const late = days.filter((value) => value > PROACTIVE_LIMIT_DAYS).length;
  return {
    count: days.length,
    inTime: days.length - late,
    late,
    medianDays: days[Math.floor((days.length - 1) / 2)]!,
  };
}
