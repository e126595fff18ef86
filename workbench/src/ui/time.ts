const ZONE = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as 'YYYY-MM-DD HH:MM' in Asia/Shanghai. */
export function shownInstant(instant: string | null | undefined): string {
  return instant ? parts.format(new Date(instant)) : '';
}

/** Today's legal date in Asia/Shanghai. */
export function today(): string {
  return parts.format(new Date()).slice(0, 10);
}

/** A local time 'YYYY-MM-DDTHH:MM' of Asia/Shanghai (no summer time since 1991) as a UTC instant. */
export function instantOf(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString();
}

/** The reverse of `instantOf`. */
export function localOf(instant: string): string {
  return shownInstant(instant).replace(' ', 'T');
}

export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

export function shownSize(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} B`;
  if (sizeBytes < 1024 * 1024) return `${(sizeBytes / 1024).toFixed(0)} KB`;
  return `${(sizeBytes / 1024 / 1024).toFixed(1)} MB`;
}
