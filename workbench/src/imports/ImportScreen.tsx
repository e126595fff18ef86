import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress, Table } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ImportJob } from '../../../src/information/contract.ts';
import { get, post } from '../api.ts';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Page } from '../ui/Page.tsx';
import { Nothing, Ready } from '../ui/States.tsx';
import { useAct } from '../ui/useAct.ts';

type File = ImportJob['files'][number];
const STATUSES: readonly File['status'][] = ['refused', 'duplicate', 'done', 'waiting'];
const POLL_MS = 1000;

/** One import: how far it is, and by name what was refused and why. */
export default function ImportScreen() {
  const { t } = useTexts();
  const { id = '' } = useParams();
  const reading = useQuery({
    queryKey: ['import', id],
    queryFn: () => get<ImportJob>(`/imports/${id}`),
    refetchInterval: (query) => (query.state.data?.status === 'running' ? POLL_MS : false),
  });
  return (
    <Page title={t('import.title')} lead={<Link to="/imports">{t('import.all')}</Link>}>
      <Ready of={reading}>
        {(job) => (
          <>
            <Overall job={job} />
            <Files files={job.files} />
          </>
        )}
      </Ready>
    </Page>
  );
}

function Overall({ job }: { job: ImportJob }) {
  const { t, name } = useTexts();
  const resume = useAct({
    run: () => post(`/imports/${job.id}/resume`),
    renews: [['import', job.id]],
  });
  const percent = job.total === 0 ? 0 : Math.round((job.done / job.total) * 100);
  const status = job.status === 'running' ? 'active' : job.status === 'done' ? 'success' : 'exception';
  return (
    <section className="card" aria-live="polite">
      <p>
        <strong>{name('importStatus', job.status)}</strong>{' '}
        {t('import.counts', {
          done: job.done,
          total: job.total,
          created: job.created,
          duplicates: job.duplicates,
          refused: job.refused,
        })}
      </p>
      <Progress percent={percent} status={status} aria-label={t('import.progress')} />
      {job.status === 'interrupted' || job.status === 'failed' ? (
        <Alert
          type="warning"
          showIcon
          title={t('import.interrupted')}
          action={
            <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate()}>
              {t('import.resume')}
            </Button>
          }
        />
      ) : null}
    </section>
  );
}

function Files({ files }: { files: ImportJob['files'] }) {
  const { t, name } = useTexts();
  const refusals = files.some((one) => one.status === 'refused');
  const [status, setStatus] = useState<string>(refusals ? 'refused' : '');
  const shown = status ? files.filter((one) => one.status === status) : files;
  return (
    <section>
      <div className="section-head">
        <h2>{t('import.files')}</h2>
        <Choice
          label={t('imports.status')}
          none={t('import.everyStatus', { count: files.length })}
          value={status}
          onChange={setStatus}
          options={STATUSES.map((one) => ({
            value: one,
            label: `${name('fileStatus', one)} (${files.filter((file) => file.status === one).length})`,
          }))}
        />
      </div>
      <Table<File>
        rowKey="path"
        size="small"
        dataSource={shown}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Nothing title={t('import.noFiles')} /> }}
        columns={[
          {
            title: t('import.path'),
            render: (_, file) =>
              file.itemId ? <Link to={`/items/${file.itemId}`}>{file.path}</Link> : file.path,
          },
          {
            title: t('imports.status'),
            width: 130,
            render: (_, file) => (
              <span className={`mark mark-file-${file.status}`}>{name('fileStatus', file.status)}</span>
            ),
          },
          { title: t('import.reason'), render: (_, file) => file.message ?? '' },
        ]}
      />
    </section>
  );
}
