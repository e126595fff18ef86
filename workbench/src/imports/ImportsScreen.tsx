import { useQuery } from '@tanstack/react-query';
import { Checkbox, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ImportJob } from '../../../src/information/contract.ts';
import { get, upload } from '../api.ts';
import { listOf, useUnits } from '../items/api.ts';
import { queries } from '../queries.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { DropZone } from '../ui/DropZone.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { Page } from '../ui/Page.tsx';
import { Failure, Nothing, Ready } from '../ui/States.tsx';
import { shownInstant } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';
import { useConfirm } from '../ui/useConfirm.tsx';

/** What an office already has, brought in at once. */
export default function ImportsScreen() {
  const { t } = useTexts();
  const { agency } = useSignedIn();
  if (!agency) return <Nothing title={t('app.noAgency')} />;
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')}>
      <NewImport key={agency.id} agencyId={agency.id} />
      <Jobs agencyId={agency.id} />
    </Page>
  );
}

function NewImport({ agencyId }: { agencyId: string }) {
  const { t } = useTexts();
  const { can } = useSignedIn();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const units = (useUnits(agencyId).data ?? []).filter((one) => one.active);
  const [unitId, setUnit] = useState('');
  const [publish, setPublish] = useState(false);
  const [sent, setSent] = useState(0);
  const start = useAct({
    run: (files: File[]) => {
      const form = new FormData();
      form.set('agencyId', agencyId);
      if (unitId) form.set('unitId', unitId);
      if (publish) form.set('publish', 'true');
      for (const file of files) form.append('file', file);
      setSent(0);
      return upload<ImportJob>('/imports', form, setSent);
    },
    onError: () => {},
    renews: [['imports']],
    onDone: (job) => {
      queries.setQueryData(['import', job.id], job);
      void navigate(`/imports/${job.id}`);
    },
  });
  const take = async (files: File[]) => {
    const sure =
      !publish || (await confirm({ title: t('imports.publishSure'), ok: t('imports.start'), danger: true }));
    if (sure) start.mutate(files);
  };
  return (
    <section className="card">
      <div className="new-place">
        <Labelled label={t('imports.unit')}>
          {(id) => (
            <Choice
              id={id}
              value={unitId}
              none={t('imports.unitFromFile')}
              onChange={setUnit}
              options={units.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Labelled>
        {can('import.publish', agencyId) ? (
          <Checkbox checked={publish} onChange={(event) => setPublish(event.target.checked)}>
            {t('imports.publish')}
          </Checkbox>
        ) : null}
      </div>
      <DropZone
        accept=".zip,.xlsx,.csv,.json,.docx,.pdf,.html,.htm,.txt,.md"
        multiple
        busy={start.isPending}
        progress={sent}
        onFiles={(files) => void take(files)}
        title={t('imports.drop')}
        hint={t('imports.hint')}
      />
      {start.error ? <Failure error={start.error} /> : null}
    </section>
  );
}

function Jobs({ agencyId }: { agencyId: string }) {
  const { t, name } = useTexts();
  const reading = useQuery({
    queryKey: ['imports', agencyId],
    queryFn: async () => listOf<ImportJob>(await get('/imports', { agency: agencyId }), 'imports'),
  });
  return (
    <section>
      <h2>{t('imports.earlier')}</h2>
      <Ready of={reading}>
        {(jobs) => (
          <Table<ImportJob>
            rowKey="id"
            size="middle"
            dataSource={jobs}
            pagination={jobs.length > 20 ? { pageSize: 20 } : false}
            locale={{ emptyText: <Nothing title={t('imports.none')} next={t('imports.noneNext')} /> }}
            columns={[
              {
                title: t('imports.startedAt'),
                render: (_, job) => <Link to={`/imports/${job.id}`}>{shownInstant(job.startedAt)}</Link>,
              },
              { title: t('imports.status'), render: (_, job) => name('importStatus', job.status) },
              { title: t('imports.done'), align: 'right', render: (_, job) => `${job.done} / ${job.total}` },
              { title: t('imports.created'), align: 'right', dataIndex: 'created' },
              { title: t('imports.duplicates'), align: 'right', dataIndex: 'duplicates' },
              { title: t('imports.refused'), align: 'right', dataIndex: 'refused' },
            ]}
          />
        )}
      </Ready>
    </section>
  );
}
