import { Button } from 'antd';
import { useState } from 'react';
import type { ItemView } from '../../../src/information/contract.ts';
import { post } from '../api.ts';
import { keepItem } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { instantOf, shownInstant } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';
import { useConfirm } from '../ui/useConfirm.tsx';
import { TimeField } from './fields.tsx';
import { offerOf } from './offer.ts';
import { useConflict } from './useConflict.tsx';

/** Publication of an approved version: now, or at a time; a set time can be taken back. */
export function PublishPanel({ item }: { item: ItemView }) {
  const { t } = useTexts();
  const confirm = useConfirm();
  const [scheduling, setScheduling] = useState(false);
  const [at, setAt] = useState('');
  const onError = useConflict(item.id);
  const publish = useAct({
    run: (time: string) => post<ItemView>(`/items/${item.id}/publish`, { revision: item.revision, at: time }),
    onDone: keepItem,
    done: scheduling ? t('publish.scheduled') : t('publish.done'),
    onError,
  });
  const unschedule = useAct({
    run: () => post<ItemView>(`/items/${item.id}/unschedule`, { revision: item.revision }),
    onDone: keepItem,
    done: t('publish.unscheduled'),
    onError,
  });
  const now = async () => {
    const sure = await confirm({
      title: t('publish.sure'),
      content: t('publish.sureLead', { title: item.title }),
      ok: t('publish.now'),
    });
    if (sure) publish.mutate('now');
  };
  return (
    <>
      {item.scheduledFor ? <p>{t('publish.scheduledFor', { at: shownInstant(item.scheduledFor) })}</p> : null}
      {offerOf(item, 'publish')?.allowed ? (
        <>
          <Button type="primary" size="large" block loading={publish.isPending} onClick={() => void now()}>
            {t('publish.now')}
          </Button>
          {scheduling ? (
            <div className="stack">
              <TimeField value={at} onChange={setAt} />
              <Button
                block
                disabled={!at}
                loading={publish.isPending}
                onClick={() => publish.mutate(instantOf(at))}
              >
                {t('publish.schedule')}
              </Button>
            </div>
          ) : (
            <Button block onClick={() => setScheduling(true)}>
              {item.scheduledFor ? t('publish.reschedule') : t('publish.later')}
            </Button>
          )}
        </>
      ) : null}
      {offerOf(item, 'unschedule')?.allowed ? (
        <Button block danger loading={unschedule.isPending} onClick={() => unschedule.mutate()}>
          {t('publish.unschedule')}
        </Button>
      ) : null}
    </>
  );
}
