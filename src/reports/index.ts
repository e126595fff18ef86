import './labels.ts';

export * as contract from './contract.ts';
export { REPORT_FORMS, type ReportForm, type YearlyReport } from './contract.ts';
export { reportDocx } from './docx.ts';
export { REPORT_ERRORS, ReportError, type ReportErrorCode } from './errors.ts';
export { reportHtml, reportPage } from './html.ts';
export { makeReportItem } from './make-report-item.ts';
export { reportTitle } from './narrative.ts';
export { reportRoutes } from './routes.ts';
export { saveReportTexts } from './save-report-texts.ts';
export { reportMigrations } from './schema.ts';
export { figureLinks, type ReportSubject, recordsOfFigure, yearlyReport } from './yearly-report.ts';
