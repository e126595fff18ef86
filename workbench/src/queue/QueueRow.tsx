import { Button } from 'antd';
import { Link } from 'react-router';
import type { ItemRow, ItemView, Queue } from '../../../src/information/contract.ts';
import { post } from '../api.ts';
import { foreseeItem, keepItem } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { Light } from '../ui/Light.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { shownInstant } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';
import { useConfirm } from '../ui/useConfirm.tsx';

type GroupName = Queue['groups'][number]['group'];

interface QueueRowProps {
  item: ItemRow;
  group: GroupName;
  chosen: boolean;
  onChoose: () => void;
}

/** One thing that is due: what it is, how urgent, and the one click that brings it on. */
export function QueueRow({ item, group, chosen, onChoose }: QueueRowProps) {
  const { t, name } = useTexts();
  const foresee = () => foreseeItem(item.id);
  const target = group === 'drafts' || group === 'returned' ? `/items/${item.id}/edit` : `/items/${item.id}`;
  return (
    <li
      className={`queue-row${chosen ? ' chosen' : ''}`}
      data-row={`${group}/${item.id}`}
      onPointerEnter={foresee}
    >
      <div className="queue-what">
        <Link to={target} onFocus={onChoose} className="queue-title">
          {item.title || t('item.untitled')}
        </Link>
        <div className="queue-facts">
          <span>{item.unitName ?? item.agencyName}</span>
          {item.documentNumber ? <span>{item.documentNumber}</span> : null}
          <span>{item.createdByName}</span>
          <span>{t('queue.updated', { at: shownInstant(item.updatedAt) })}</span>
          {item.attribute !== 'proactive' ? <span>{name('attribute', item.attribute)}</span> : null}
          {group === 're-examine' && item.reexamineOn ? (
            <span>{t('queue.reexamineOn', { date: item.reexamineOn })}</span>
          ) : null}
        </div>
        {item.blockedReason ? <p className="queue-blocked">{item.blockedReason}</p> : null}
      </div>
      <StateMark item={item} />
      <Light timeliness={item.timeliness} />
      <div className="queue-act">
        {group === 'to-publish' ? <PublishNow item={item} /> : null}
        <Link to={target} className="act-link" aria-hidden="true" tabIndex={-1}>
          {t(`queue.act.${group}`)}
        </Link>
      </div>
    </li>
  );
}

function PublishNow({ item }: { item: ItemRow }) {
  const { t } = useTexts();
  const confirm = useConfirm();
  const publish = useAct({
    run: () => post<ItemView>(`/items/${item.id}/publish`, { revision: item.revision, at: 'now' }),
    done: t('publish.done'),
    onDone: keepItem,
  });
  return (
    <Button
      size="small"
      type="primary"
      loading={publish.isPending}
      disabled={item.criticalFindings > 0}
      aria-label={t('queue.publishThis', { title: item.title })}
      onClick={async () => {
        const sure = await confirm({
          title: t('publish.sure'),
          content: t('publish.sureLead', { title: item.title }),
          ok: t('publish.now'),
        });
        if (sure) publish.mutate();
      }}
    >
      {t('publish.now')}
    </Button>
  );
}
