import { type Actor, agencyById, demand, recordAudit } from '../agencies/index.ts';
import type { Services } from '../platform/index.ts';
import type { ReportTextKey } from './contract.ts';
import { ReportError } from './errors.ts';
import { reportTexts } from './store.ts';

/**
 * Keeps what the officer wrote: all of it or nothing.
 * @param input.texts each with the revision the writer saw; 0 for one not written before
 * @throws AgenciesError 'FORBIDDEN' | 'AGENCY_NOT_FOUND'; ReportError 'REPORT_TEXT_CONFLICT' with who wrote last
 */
export async function saveReportTexts(
  services: Services,
  actor: Actor,
  input: {
    agencyId: string;
    year: number;
    texts: readonly { key: ReportTextKey; text: string; revision: number }[];
  },
): Promise<void> {
  const { agencyId, year } = input;
  demand(actor, 'report.edit', agencyId);
  await services.database.write(async (tx) => {
    await agencyById(tx, agencyId);
    const before = await reportTexts(tx, agencyId, year);
    const at = services.clock.now();
    for (const { key, text, revision } of input.texts) {
      const seen = before[key];
      if (seen.revision !== revision)
        throw new ReportError('REPORT_TEXT_CONFLICT', {
          key,
          personName: seen.updatedByName ?? '',
          revision: seen.revision,
        });
      const row = {
        // PostgreSQL refuses NUL.
        text: text.replaceAll('\u0000', '').toWellFormed(),
        revision: revision + 1,
        updated_by: actor.personId,
        updated_by_name: actor.name,
        updated_at: at,
      };
      await tx
        .insertInto('report_text')
        .values({ agency_id: agencyId, year, key, ...row })
        .onConflict((conflict) => conflict.columns(['agency_id', 'year', 'key']).doUpdateSet(row))
        .execute();
    }
    await recordAudit(tx, actor, {
      at,
      action: 'report.texts-saved',
      agencyId,
      subjectKind: 'report',
      subjectId: `${agencyId}/${year}`,
      detail: {
        year,
        texts: input.texts.map(({ key, text, revision }) => ({
          key,
          before: before[key].text,
          text,
          revision: revision + 1,
        })),
      },
    });
  });
}
