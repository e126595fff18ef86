/**
 * First two digits of the region code of a resident ID number (GB/T 2260), with 71, 81, 82 and 83 for
 * residents of Taiwan, Hong Kong and Macau and 91 for foreign permanent residents. The full six-digit list
 * is left out on purpose: people keep the codes of counties that were dissolved long ago.
 */
export const PROVINCE_CODES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);
