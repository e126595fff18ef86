import { dateParts, type LegalDate } from './date.ts';

/** The version of the Regulations on Open Government Information (政府信息公开条例) that governs. */
export type Statute = 'OGI2007' | 'OGI2019';

/** Both versions with their first day in force and what a person reads. */
export const STATUTES: Readonly<Record<Statute, { inForceFrom: string; label: { zh: string; en: string } }>> =
  {
    OGI2007: {
      inForceFrom: '2008-05-01',
      label: {
        zh: '《政府信息公开条例》（2007年，国务院令第492号）',
        en: 'Regulations on Open Government Information (2007, Decree 492)',
      },
    },
    OGI2019: {
      inForceFrom: '2019-05-15',
      label: {
        zh: '《政府信息公开条例》（2019年修订，国务院令第711号）',
        en: 'Regulations on Open Government Information (2019 revision, Decree 711)',
      },
    },
  };

/**
 * The version in force on a date: none before 2008-05-01, OGI2007 to 2019-05-14, OGI2019 from 2019-05-15
 * (2019 第五十六条). The Regulations have no transitional article; callers choose the date that decides.
 * @throws CalendarError 'BAD_DATE'
 */
export function statuteOn(date: LegalDate): Statute | null {
  const text = date.toString();
  dateParts(text);
  if (text < STATUTES.OGI2007.inForceFrom) return null;
  return text < STATUTES.OGI2019.inForceFrom ? 'OGI2007' : 'OGI2019';
}
