import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ReportTextKey, YearlyReportView } from '../../../src/reports/contract.ts';
import { put } from '../api.ts';
import { queries } from '../queries.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Failure } from '../ui/States.tsx';
import { shownInstant } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';

interface ReportTextProps {
  textKey: ReportTextKey;
  report: YearlyReportView;
  agencyId: string;
}

/** One of the parts a person writes: paragraphs, and tables as lines of `| a | b |`. */
export function ReportText({ textKey, report, agencyId }: ReportTextProps) {
  const { t } = useTexts();
  const { can } = useSignedIn();
  const kept = report.texts[textKey];
  const state = report.textStates.find((one) => one.key === textKey);
  const [text, setText] = useState(kept);
  const save = useAct({
    run: () =>
      put<YearlyReportView>(`/reports/${agencyId}/${report.year}/texts?form=2014`, {
        texts: [{ key: textKey, text, revision: state?.revision ?? 0 }],
      }),
    done: t('common.saved'),
    onError: () => {},
    onDone: (saved) => queries.setQueryData(['report', agencyId, report.year], saved),
  });
  const id = `report-${textKey}`;
  return (
    <section className="card">
      <div className="section-head">
        <h2>
          <label htmlFor={id}>{t(`report.text.${textKey}`)}</label>
        </h2>
        {state?.updatedAt ? (
          <span className="quiet">
            {t('report.saved', { name: state.updatedByName ?? '', at: shownInstant(state.updatedAt) })}
          </span>
        ) : null}
      </div>
      {save.error ? <Failure error={save.error} /> : null}
      <Input.TextArea
        id={id}
        readOnly={!can('report.edit', agencyId)}
        autoSize={{ minRows: 4, maxRows: 24 }}
        maxLength={20_000}
        value={text}
        placeholder={t(`report.help.${textKey}`)}
        onChange={(event) => setText(event.target.value)}
      />
      {can('report.edit', agencyId) ? (
        <Button
          type="primary"
          disabled={text === kept}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('common.save')}
        </Button>
      ) : null}
    </section>
  );
}
