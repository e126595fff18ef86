import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Diff, ItemView } from '../../../src/information/contract.ts';
import { get } from '../api.ts';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Ready } from '../ui/States.tsx';

/** What this version changes, against the one before it or any other. */
export function DiffView({ item }: { item: ItemView }) {
  const { t, name } = useTexts();
  const [from, setFrom] = useState(item.version - 1);
  const [to, setTo] = useState(item.version);
  const reading = useQuery({
    queryKey: ['item', item.id, 'diff', from, to, item.revision],
    queryFn: () => get<Diff>(`/items/${item.id}/diff`, { from, to }),
  });
  const versions = item.versions.map((one) => ({
    value: String(one.version),
    label: t('diff.version', { version: one.version, change: name('change', one.change) }),
  }));
  return (
    <details className="card diff" open>
      <summary>
        <h2>{t('diff.title')}</h2>
      </summary>
      <div className="diff-choice">
        <Choice
          label={t('diff.from')}
          value={String(from)}
          onChange={(v) => setFrom(Number(v))}
          options={versions}
        />
        <span aria-hidden="true">→</span>
        <Choice
          label={t('diff.to')}
          value={String(to)}
          onChange={(v) => setTo(Number(v))}
          options={versions}
        />
      </div>
      <Ready of={reading}>{(diff) => <Changes diff={diff} />}</Ready>
    </details>
  );
}

function Changes({ diff }: { diff: Diff }) {
  const { t, name } = useTexts();
  const { fields, body, attachments } = diff;
  const changed = body.some((one) => one.kind !== 'same');
  if (fields.length + attachments.added.length + attachments.removed.length === 0 && !changed)
    return <p className="quiet">{t('diff.none')}</p>;
  return (
    <>
      {fields.map((one) => (
        <p key={one.field}>
          <strong>{name('field', one.field)}</strong> <del>{one.before || '–'}</del> →{' '}
          <ins>{one.after || '–'}</ins>
        </p>
      ))}
      {attachments.added.map((file) => (
        <p key={`+${file}`}>
          {t('diff.added')} <ins>{file}</ins>
        </p>
      ))}
      {attachments.removed.map((file) => (
        <p key={`-${file}`}>
          {t('diff.removed')} <del>{file}</del>
        </p>
      ))}
      {changed ? <BodyDiff body={body} /> : null}
    </>
  );
}

const CONTEXT = 80;

/** The text with what came and went; long stretches that stayed are cut in the middle. */
function BodyDiff({ body }: { body: Diff['body'] }) {
  let at = 0;
  return (
    <div className="diff-body">
      {body.map((part) => {
        const key = `${at++}`;
        if (part.kind === 'added') return <ins key={key}>{part.text}</ins>;
        if (part.kind === 'removed') return <del key={key}>{part.text}</del>;
        return <span key={key}>{shortened(part.text)}</span>;
      })}
    </div>
  );
}

function shortened(text: string): string {
  return text.length <= CONTEXT * 3 ? text : `${text.slice(0, CONTEXT)} …… ${text.slice(-CONTEXT)}`;
}
