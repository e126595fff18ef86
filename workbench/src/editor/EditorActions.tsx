import { Button, Checkbox } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ItemView } from '../../../src/information/contract.ts';
import { call, post } from '../api.ts';
import { keepItem } from '../items/api.ts';
import { queries } from '../queries.ts';
import { type ReviewStep, skippableAfter, useSettings } from '../settings/api.ts';
import { useTexts } from '../texts/index.tsx';
import { Failure } from '../ui/States.tsx';
import { useAct } from '../ui/useAct.ts';
import { useConfirm } from '../ui/useConfirm.tsx';
import type { Draft } from './useDraft.ts';

/** Hand in, or throw away; above it whether what was typed is safe. */
export function EditorActions({ item, draft }: { item: ItemView; draft: Draft }) {
  const { t, name } = useTexts();
  const navigate = useNavigate();
  const settings = useSettings(item.agencyId).data;
  const [skip, setSkip] = useState<ReviewStep[]>([]);
  const skippable = settings ? skippableAfter(settings.chain, 'draft', draft.placement.sensitive) : [];
  const submit = useAct({
    run: async () => {
      if (!(await draft.save())) return null;
      return post<ItemView>(`/items/${item.id}/submit`, { revision: draft.revision.current, skip });
    },
    onError: () => {},
    done: t('submit.done'),
    onDone: (submitted) => {
      if (!submitted) return;
      keepItem(submitted);
      void navigate(`/items/${item.id}`);
    },
  });
  const { reset } = submit;
  useEffect(() => {
    // What was missing may just have been filled in.
    if (draft.state === 'waiting') reset();
  }, [draft.state, reset]);
  return (
    <section className="card decide" aria-label={t('submit.title')}>
      <SaveState draft={draft} />
      {skippable.map((step) => (
        <Checkbox
          key={step}
          checked={skip.includes(step)}
          onChange={(event) =>
            setSkip((now) => (event.target.checked ? [...now, step] : now.filter((one) => one !== step)))
          }
        >
          {t('review.skip', { step: name('state', step) })}
        </Checkbox>
      ))}
      <Button type="primary" block size="large" loading={submit.isPending} onClick={() => submit.mutate()}>
        {t('submit.submit')}
      </Button>
      {submit.error ? <Failure error={submit.error} /> : null}
      <Discard item={item} draft={draft} />
    </section>
  );
}

function SaveState({ draft }: { draft: Draft }) {
  const { t } = useTexts();
  return (
    <p className={`save save-${draft.state}`} role="status">
      {t(`save.${draft.state}`)}
      {draft.state === 'failed' ? (
        <>
          <span className="lines"> {draft.error instanceof Error ? draft.error.message : ''} </span>
          <Button size="small" onClick={() => void draft.save()}>
            {t('common.retry')}
          </Button>
        </>
      ) : null}
    </p>
  );
}

function Discard({ item, draft }: { item: ItemView; draft: Draft }) {
  const { t } = useTexts();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const first = item.publicStatus === null;
  const discard = useAct({
    run: () => call('DELETE', `/items/${item.id}`, undefined, { revision: draft.revision.current }),
    done: t('discard.done'),
    renews: [['queue'], ['items']],
    onDone: () => {
      queries.removeQueries({ queryKey: ['item', item.id] });
      void navigate(first ? '/' : `/items/${item.id}`);
    },
  });
  if (!item.actions.some((one) => one.action === 'discard' && one.allowed)) return null;
  const ask = async () => {
    const sure = await confirm({
      title: first ? t('discard.draftSure') : t('discard.changeSure'),
      content: t('discard.sureLead'),
      ok: t('discard.discard'),
      danger: true,
    });
    if (sure && (await draft.save())) discard.mutate();
  };
  return (
    <Button danger type="text" block loading={discard.isPending} onClick={() => void ask()}>
      {t('discard.discard')}
    </Button>
  );
}
