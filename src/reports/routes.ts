import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf, demand } from '../agencies/index.ts';
import type { App, Services } from '../platform/index.ts';
import {
  REPORT_FORMS,
  ReportRecords,
  SaveReportTexts,
  type YearlyReport,
  YearlyReportView,
} from './contract.ts';
import { reportDocx } from './docx.ts';
import { reportPage } from './html.ts';
import { DOCX_TYPE, makeReportItem } from './make-report-item.ts';
import { reportTitle } from './narrative.ts';
import { saveReportTexts } from './save-report-texts.ts';
import { reportTexts } from './store.ts';
import { figureLinks, recordsOfFigure, yearlyReport } from './yearly-report.ts';

const Params = z.object({ agencyId: z.string(), year: z.coerce.number().int().min(1949).max(2999) });
const Query = z.object({ form: z.enum(REPORT_FORMS).default('2014') });
const read = { config: { access: 'report.read' } };
const edit = { config: { access: 'report.edit' } };

type Asked = FastifyRequest & { params: z.infer<typeof Params>; query: z.infer<typeof Query> };

/** The staff's JSON API of yearly reports; what is public of a report is its item. */
export function reportRoutes(app: App, services: Services): void {
  const asked = async (request: Asked): Promise<YearlyReport> => {
    demand(actorOf(request), 'report.read', request.params.agencyId);
    return yearlyReport(services, { ...request.params, form: request.query.form });
  };
  const view = async (report: YearlyReport, agencyId: string): Promise<YearlyReportView> => {
    const stored = await reportTexts(services.database.read, agencyId, report.year);
    const textStates = Object.values(stored).map(({ text: _, ...state }) => state);
    return { ...report, figures: figureLinks(report, agencyId), textStates };
  };

  app.get(
    '/api/v1/reports/:agencyId/:year',
    { ...read, schema: { params: Params, querystring: Query, response: { 200: YearlyReportView } } },
    async (request) => view(await asked(request), request.params.agencyId),
  );

  app.get(
    '/api/v1/reports/:agencyId/:year/records',
    {
      ...read,
      schema: {
        params: Params,
        querystring: z.object({ figure: z.string().max(200) }),
        response: { 200: ReportRecords },
      },
    },
    async (request) => {
      const { agencyId, year } = request.params;
      demand(actorOf(request), 'report.read', agencyId);
      const records = await recordsOfFigure(services, agencyId, year, request.query.figure);
      return { total: records.length, records };
    },
  );

  app.get(
    '/api/v1/reports/:agencyId/:year/report.html',
    { ...read, schema: { params: Params, querystring: Query } },
    async (request, reply) =>
      reply.type('text/html; charset=utf-8').send(reportPage(await asked(request), request.language)),
  );

  app.get(
    '/api/v1/reports/:agencyId/:year/report.docx',
    { ...read, schema: { params: Params, querystring: Query } },
    async (request, reply) => {
      const report = await asked(request);
      const name = encodeURIComponent(`${reportTitle(report, 'zh')}.docx`);
      return reply
        .type(DOCX_TYPE)
        .header(
          'content-disposition',
          `attachment; filename="report-${report.year}.docx"; filename*=UTF-8''${name}`,
        )
        .send(await reportDocx(report));
    },
  );

  app.put(
    '/api/v1/reports/:agencyId/:year/texts',
    {
      ...edit,
      schema: {
        params: Params,
        querystring: Query,
        body: SaveReportTexts,
        response: { 200: YearlyReportView },
      },
    },
    async (request) => {
      const { agencyId, year } = request.params;
      await saveReportTexts(services, actorOf(request), { agencyId, year, texts: request.body.texts });
      const report = await yearlyReport(services, { agencyId, year, form: request.query.form });
      return view(report, agencyId);
    },
  );

  app.post(
    '/api/v1/reports/:agencyId/:year/item',
    {
      ...edit,
      schema: {
        params: Params,
        querystring: Query,
        response: { 200: z.object({ itemId: z.string() }) },
      },
    },
    async (request) => ({
      itemId: await makeReportItem(services, actorOf(request), {
        ...request.params,
        form: request.query.form,
      }),
    }),
  );
}
