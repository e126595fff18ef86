import { Button } from 'antd';
import { useState } from 'react';
import type { ItemView } from '../../../src/information/contract.ts';
import { post } from '../api.ts';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { useAct } from '../ui/useAct.ts';
import { CommentField } from './fields.tsx';
import { useNext } from './next.ts';
import { useConflict } from './useConflict.tsx';

/** Back to any earlier step, with the reasons its people will read first. */
export function ReturnForm({ item, onCancel }: { item: ItemView; onCancel: () => void }) {
  const { t, name } = useTexts();
  const [to, setTo] = useState<string>(item.returnTargets[0] ?? 'draft');
  const [reason, setReason] = useState('');
  const next = useNext();
  const giveBack = useAct({
    run: () =>
      post<ItemView>(`/items/${item.id}/decisions`, {
        decision: 'return',
        revision: item.revision,
        to,
        comment: reason.trim(),
      }),
    done: t('review.returned'),
    onDone: next,
    onError: useConflict(item.id),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        giveBack.mutate();
      }}
    >
      <Labelled label={t('review.returnTo')}>
        {(id) => (
          <Choice
            id={id}
            value={to}
            onChange={setTo}
            options={item.returnTargets.map((one) => ({ value: one, label: name('state', one) }))}
          />
        )}
      </Labelled>
      <CommentField value={reason} onChange={setReason} label={t('review.returnReason')} focus />
      <Button
        htmlType="submit"
        danger
        type="primary"
        block
        disabled={reason.trim().length < 2}
        loading={giveBack.isPending}
      >
        {t('review.return')}
      </Button>
      <Button type="text" block onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </form>
  );
}
