import { addWorkingDays, isWorkingDay } from '../law/index.ts';
import { legalInstant, type ManualClock } from '../platform/index.ts';

/**
 * What happens when, over years: everything is entered first and then done in the order of time, so that
 * steps, audit trail and log run forward as they would have.
 */
export class Agenda {
  readonly #entries: { at: string; act: () => Promise<unknown> }[] = [];

  /** @param time hours and minutes in Asia/Shanghai, HH:MM */
  add(date: string, time: string, act: () => Promise<unknown>): void {
    this.#entries.push({ at: legalInstant(date, time), act });
  }

  /** Does everything entered, the clock standing at each entry's instant. Leaves the agenda empty. */
  async run(clock: ManualClock): Promise<void> {
    const entries = this.#entries.splice(0).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    for (const { at, act } of entries) {
      clock.set(at);
      await act();
    }
  }
}

/** The date itself, or the next working day where offices are closed. */
export function workday(date: string): string {
  let day = Temporal.PlainDate.from(date);
  while (!isWorkingDay(day.toString())) day = day.add({ days: 1 });
  return day.toString();
}

/** The working day so many working days after a date. */
export function after(date: string, workingDays: number): string {
  return workingDays === 0 ? date : addWorkingDays(date, workingDays).date;
}

/** The working day so many working days before a date. */
export function before(date: string, workingDays: number): string {
  let day = Temporal.PlainDate.from(date);
  for (let left = workingDays; left > 0; ) {
    day = day.subtract({ days: 1 });
    if (isWorkingDay(day.toString())) left--;
  }
  return day.toString();
}
