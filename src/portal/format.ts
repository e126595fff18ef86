import { type Language, LEGAL_TIME_ZONE } from '../platform/index.ts';

/** An instant as wall-clock time in Asia/Shanghai, `YYYY-MM-DD HH:MM`, as government pages show it. */
export function wallTime(instant: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(LEGAL_TIME_ZONE);
  return `${zoned.toPlainDate()} ${zoned.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** A legal date in words: 2014年5月12日, 12 May 2014. */
export function dateInWords(date: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  if (language === 'zh') return `${year}年${month}月${day}日`;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year!, month! - 1, day),
  );
}

/** A size people can judge a download by: 12 KB, 3.4 MB. */
export function sizeInWords(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let value = sizeBytes / 1024;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** What a file is, by its name's ending: DOCX, PDF; empty where it has none. */
export function fileKind(name: string): string {
  return /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '';
}
