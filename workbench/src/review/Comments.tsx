import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ItemView } from '../../../src/information/contract.ts';
import { post } from '../api.ts';
import { keepItem } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { shownInstant } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';

/** Remarks among colleagues; never published. */
export function Comments({ item }: { item: ItemView }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const add = useAct({
    run: () => post<ItemView>(`/items/${item.id}/comments`, { text }),
    onDone: (updated) => {
      keepItem(updated);
      setText('');
    },
  });
  const allowed = item.actions.some((one) => one.action === 'comment' && one.allowed);
  return (
    <section className="card">
      <h2>{t('comments.title')}</h2>
      <ul className="comments">
        {item.comments.map((one) => (
          <li key={one.id}>
            <p className="quiet">
              <strong>{one.personName}</strong> · {shownInstant(one.at)} ·{' '}
              {t('history.version', { version: one.version })}
            </p>
            <p className="lines">{one.text}</p>
          </li>
        ))}
      </ul>
      {allowed ? (
        <form
          className="comment-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) add.mutate();
          }}
        >
          <Input.TextArea
            autoSize={{ minRows: 2 }}
            maxLength={4000}
            aria-label={t('comments.write')}
            placeholder={t('comments.write')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button htmlType="submit" loading={add.isPending} disabled={!text.trim()}>
            {t('comments.send')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
