import { Button } from 'antd';
import { useState } from 'react';
import type { ItemView } from '../../../src/information/contract.ts';
import { address, remove, upload } from '../api.ts';
import { type Changed, keepItem, readItemAgain } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { DropZone } from '../ui/DropZone.tsx';
import { Failure } from '../ui/States.tsx';
import { shownSize } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';
import { useConfirm } from '../ui/useConfirm.tsx';
import type { Draft } from './useDraft.ts';

/** Files of the item: dropped in, one after the other; taken out again after a question. */
export function Attachments({ item, draft }: { item: ItemView; draft: Draft }) {
  const { t } = useTexts();
  const confirm = useConfirm();
  const [sent, setSent] = useState(0);
  const add = useAct({
    run: async (files: File[]) => {
      if (!(await draft.save())) return;
      for (const file of files) {
        const form = new FormData();
        form.set('revision', String(draft.revision.current));
        form.set('file', file);
        const { revision } = await upload<Changed>(`/items/${item.id}/attachments`, form, setSent);
        draft.revision.current = revision;
      }
    },
    onDone: () => void readItemAgain(item.id),
    onError: () => {},
  });
  const drop = useAct({
    run: async (attachmentId: string) => {
      await draft.save();
      return remove<ItemView>(`/items/${item.id}/attachments/${attachmentId}`, {
        revision: draft.revision.current,
      });
    },
    onDone: keepItem,
  });
  const ask = async (id: string, fileName: string) => {
    const sure = await confirm({
      title: t('attachments.removeSure', { name: fileName }),
      ok: t('common.remove'),
      danger: true,
    });
    if (sure) drop.mutate(id);
  };
  return (
    <section className="card" id="attachments" tabIndex={-1}>
      <h2>{t('attachments.title')}</h2>
      <AttachmentList item={item} onRemove={(id, fileName) => void ask(id, fileName)} />
      {add.error ? <Failure error={add.error} /> : null}
      <DropZone
        compact
        multiple
        busy={add.isPending}
        progress={sent}
        onFiles={(files) => add.mutate(files)}
        title={t('attachments.drop')}
        hint={t('attachments.hint')}
      />
    </section>
  );
}

interface AttachmentListProps {
  item: ItemView;
  onRemove?: (id: string, name: string) => void;
}

export function AttachmentList({ item, onRemove }: AttachmentListProps) {
  const { t } = useTexts();
  if (item.attachments.length === 0) return null;
  return (
    <ul className="attachments">
      {item.attachments.map((one) => (
        <li key={one.id}>
          <a href={address(`/items/${item.id}/attachments/${one.id}`)} download={one.name}>
            {one.name}
          </a>
          <span className="quiet">{shownSize(one.sizeBytes)}</span>
          {one.published ? null : <span className="mark">{t('attachments.private')}</span>}
          {onRemove ? (
            <Button size="small" type="text" danger onClick={() => onRemove(one.id, one.name)}>
              {t('common.remove')}
              <span className="unseen"> {one.name}</span>
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
