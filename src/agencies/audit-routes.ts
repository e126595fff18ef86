import { Readable } from 'node:stream';
import type { App, Services } from '../platform/index.ts';
import * as contract from './contract.ts';
import { type AuditFormat, exportAudit } from './export-audit.ts';
import { actorOf } from './guard.ts';
import { searchAudit } from './search-audit.ts';
import { verifyAuditTrail } from './verify-audit-trail.ts';

const tags = ['audit'];
const MEDIA_TYPES: Record<AuditFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** The audit trail: read, exported, verified; nothing here writes to it but the record of the export. */
export function auditRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/audit',
    {
      config: { access: 'audit.read' },
      schema: { tags, querystring: contract.auditQuery, response: { 200: contract.auditPageView } },
    },
    (request) => searchAudit(services, actorOf(request), request.query),
  );
  app.get(
    '/api/v1/audit/verify',
    {
      config: { access: 'audit.read' },
      schema: {
        tags,
        querystring: contract.auditVerifyQuery,
        response: { 200: contract.auditVerificationView },
      },
    },
    (request) => {
      const { seq, hash } = request.query;
      const noted = seq === undefined || hash === undefined ? null : { seq, hash };
      return verifyAuditTrail(services.database.read, noted);
    },
  );
  for (const format of ['csv', 'jsonl'] as const) {
    app.get(
      `/api/v1/audit/export.${format}`,
      { config: { access: 'audit.export' }, schema: { tags, querystring: contract.auditFilter } },
      async (request, reply) => {
        const lines = await exportAudit(services, actorOf(request), request.query, format, request.language);
        return reply
          .type(MEDIA_TYPES[format])
          .header('content-disposition', `attachment; filename="audit-${services.clock.today()}.${format}"`)
          .header('cache-control', 'no-store')
          .send(Readable.from(lines));
      },
    );
  }
}
