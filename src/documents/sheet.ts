/** A table as it was read: rows of cells as text. Row numbers count from 1 as the office's program shows them. */
export type Sheet = {
  rows: { rowNumber: number; cells: string[]; hidden: boolean }[];
  /** Text of hidden sheets, rows, columns and of comments, for screening. */
  extraTexts: string[];
  /** Whether a bare number in a date column may be a day number. */
  serials: boolean;
};
