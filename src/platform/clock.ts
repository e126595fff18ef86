/** Where legal dates live: every date in the law is a Chinese calendar date. */
export const LEGAL_TIME_ZONE = 'Asia/Shanghai';

/** The only source of time: rules take dates as arguments, verbs take this. */
export interface Clock {
  /** The instant, UTC ISO 8601 with milliseconds. */
  now(): string;
  /** Today's calendar date in Asia/Shanghai, YYYY-MM-DD. */
  today(): string;
}

/** The Asia/Shanghai calendar date (YYYY-MM-DD) of a UTC instant. */
export function legalDate(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDate().toString();
}

/** The UTC instant of a wall-clock time in Asia/Shanghai, e.g. ('2014-05-12', '09:30'). */
export function legalInstant(date: string, time = '00:00'): string {
  const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(LEGAL_TIME_ZONE);
  return new Date(zoned.epochMilliseconds).toISOString();
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => legalDate(new Date().toISOString()),
};

/** A clock that stands still until moved; used by tests and by the demonstration's past years. */
export class ManualClock implements Clock {
  #instant: string;
  constructor(instant: string) {
    this.#instant = new Date(instant).toISOString();
  }
  now(): string {
    return this.#instant;
  }
  today(): string {
    return legalDate(this.#instant);
  }
  set(instant: string): void {
    this.#instant = new Date(instant).toISOString();
  }
}
