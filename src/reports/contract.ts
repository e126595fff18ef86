/** Shapes of this room's JSON API; the workbench imports it, so nothing of the server may stand here. */
import { z } from 'zod';

export const REPORT_FORMS = ['2014'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** The parts of a report a person writes; everything else is counted. */
export const REPORT_TEXTS = ['overview', 'difficulties', 'plan'] as const;
export type ReportTextKey = (typeof REPORT_TEXTS)[number];

const count = z.number().int().nonnegative();
const reportText = z
  .string()
  .max(20_000)
  .describe('Paragraphs, one a line; lines of the form | a | b | are rows of a table, the first its header');

export const YearlyReport = z.object({
  agency: z.string().describe('Code of the agency'),
  agencyName: z.string(),
  year: z.number().int(),
  form: z.enum(REPORT_FORMS),
  proactive: z.object({ total: count, byCategory: z.record(z.string(), count) }),
  timeliness: z.object({
    limitDays: count,
    inTime: count,
    late: count,
    notMeasured: count.describe('Without a date formed, or formed before the Regulations'),
    medianWorkingDays: z.number().nullable(),
  }),
  changes: z.object({ amended: count, repealed: count, withdrawn: count }),
  requests: z.object({ received: count, answered: count }),
  remedies: z.object({ reconsiderations: count, lawsuits: count, complaints: count, reports: count }),
  texts: z.object({ overview: z.string(), difficulties: z.string(), plan: z.string() }),
  generatedAt: z.string().describe('UTC instant'),
  logSize: count.describe('Entries of the publication log the figures were counted from'),
});
export type YearlyReport = z.infer<typeof YearlyReport>;

/** A figure and the address of the records that make it up. */
export const ReportFigure = z.object({ key: z.string(), value: z.number().int(), list: z.string() });
export type ReportFigure = z.infer<typeof ReportFigure>;

export const ReportTextState = z.object({
  key: z.enum(REPORT_TEXTS),
  revision: z.number().int().nonnegative(),
  updatedAt: z.string().nullable(),
  updatedByName: z.string().nullable(),
});
export type ReportTextState = z.infer<typeof ReportTextState>;

export const YearlyReportView = YearlyReport.extend({
  figures: z.array(ReportFigure),
  textStates: z.array(ReportTextState),
});
export type YearlyReportView = z.infer<typeof YearlyReportView>;

/** One record behind a figure. */
export const ReportRecord = z.object({
  itemId: z.string(),
  seq: z.number().int().describe('Its entry in the publication log'),
  indexNumber: z.string(),
  title: z.string().describe('Empty for a withdrawn item'),
  formedOn: z.string().nullable(),
  publishedOn: z.string(),
  at: z.string().describe('UTC instant of the entry'),
});
export type ReportRecord = z.infer<typeof ReportRecord>;
export const ReportRecords = z.object({ total: count, records: z.array(ReportRecord) });

export const SaveReportTexts = z.object({
  texts: z
    .array(
      z.object({
        key: z.enum(REPORT_TEXTS),
        text: reportText,
        revision: z.number().int().nonnegative().describe('The revision the caller has seen; 0: none yet'),
      }),
    )
    .min(1)
    .max(REPORT_TEXTS.length),
});
