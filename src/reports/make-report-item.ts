import { type Actor, agencyById, demand } from '../agencies/index.ts';
import { htmlToText } from '../documents/index.ts';
import { attachFile, createItem, loadItem } from '../information/index.ts';
import type { Services } from '../platform/index.ts';
import { reportDocx } from './docx.ts';
import { reportHtml } from './html.ts';
import { reportTitle } from './narrative.ts';
import { type ReportSubject, yearlyReport } from './yearly-report.ts';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Makes a draft of section 'annual-reports' from the report as it stands, with the Word file attached. It
 * goes through the chain like any other item; what the report says later does not change it.
 * @param placement.unitId the unit that answers for the report
 * @returns the item's id
 * @throws AgenciesError 'FORBIDDEN', ReportError 'REPORT_YEAR_NOT_BEGUN'
 */
export async function makeReportItem(
  services: Services,
  actor: Actor,
  subject: ReportSubject,
  placement: { unitId?: string | null } = {},
): Promise<string> {
  demand(actor, 'report.edit', subject.agencyId);
  const report = await yearlyReport(services, subject);
  const agency = await agencyById(services.database.read, subject.agencyId);
  const title = reportTitle(report, 'zh');
  const html = reportHtml(report, 'zh', 'bars');
  const file = await reportDocx(report);
  const sha256 = await services.files.put(file);
  const itemId = await createItem(services, actor, {
    agencyId: agency.id,
    fields: {
      title,
      bodyHtml: html,
      issuingAgency: agency.name,
      formedOn: services.clock.today(),
      genre: '报告',
      subject: '综合政务、政务公开',
      keywords: '政府信息公开 年度报告',
    },
    placement: { section: 'annual-reports', unitId: placement.unitId ?? null },
  });
  const { revision } = await loadItem(services.database.read, itemId);
  await attachFile(services, actor, itemId, revision, {
    name: `${title}.docx`,
    mediaType: DOCX_TYPE,
    sizeBytes: file.length,
    sha256,
    text: htmlToText(html),
  });
  return itemId;
}
