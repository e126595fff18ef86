import { useState } from 'react';
import type { ItemRow, Queue } from '../../../src/information/contract.ts';
import { foreseeItem } from '../items/api.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { Nothing, Ready } from '../ui/States.tsx';
import { useKeys } from '../ui/useKeys.ts';
import { useQueue } from './api.ts';
import { QueueRow } from './QueueRow.tsx';

type Group = Queue['groups'][number];

/** The start page: everything that is due for this person in one place, most urgent first. */
export default function QueueScreen() {
  const { t } = useTexts();
  const { can } = useSignedIn();
  const reading = useQueue();
  return (
    <Page
      title={t('queue.title')}
      lead={t('queue.lead')}
      actions={
        can('item.write') ? (
          <LinkButton to="/items/new" type="primary">
            {t('queue.new')}
          </LinkButton>
        ) : null
      }
    >
      <Ready of={reading}>{(queue) => <Groups groups={queue.groups.filter((one) => one.total > 0)} />}</Ready>
    </Page>
  );
}

function Groups({ groups }: { groups: readonly Group[] }) {
  const { t } = useTexts();
  const rows = groups.flatMap((group) =>
    group.items.map((item) => ({ key: `${group.group}/${item.id}`, item })),
  );
  const { chosen, choose } = useRowKeys(rows);
  if (groups.length === 0) return <Nothing title={t('queue.empty')} next={t('queue.emptyNext')} />;
  return (
    <>
      <GroupCounts groups={groups} />
      {groups.map((group) => (
        <section
          key={group.group}
          id={`queue-${group.group}`}
          className="queue-group"
          aria-labelledby={`h-${group.group}`}
        >
          <h2 id={`h-${group.group}`}>
            {t(`queue.group.${group.group}`)} <span className="count">{group.total}</span>
          </h2>
          <ul className="queue-rows">
            {group.items.map((item) => (
              <QueueRow
                key={item.id}
                item={item}
                group={group.group}
                chosen={chosen === `${group.group}/${item.id}`}
                onChoose={() => choose(`${group.group}/${item.id}`)}
              />
            ))}
          </ul>
          {group.total > group.items.length ? (
            <p className="queue-more">{t('queue.more', { count: group.total - group.items.length })}</p>
          ) : null}
        </section>
      ))}
      <p className="keys-help">{t('queue.keys')}</p>
    </>
  );
}

/** Counts that jump to their group. */
function GroupCounts({ groups }: { groups: readonly Group[] }) {
  const { t } = useTexts();
  return (
    <ul className="queue-counts" aria-label={t('queue.counts')}>
      {groups.map((group) => (
        <li key={group.group}>
          <a href={`#queue-${group.group}`} className={`queue-count queue-count-${group.group}`}>
            <strong>{group.total}</strong>
            <span>{t(`queue.group.${group.group}`)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** j and k walk through the rows; the chosen row's link has the focus, so Enter opens it. */
function useRowKeys(rows: readonly { key: string; item: ItemRow }[]) {
  const [chosen, choose] = useState<string | null>(null);
  const move = (by: number) => {
    const at = rows.findIndex((row) => row.key === chosen);
    const next =
      rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (!next) return;
    choose(next.key);
    foreseeItem(next.item.id);
    const link = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.key)}"] a`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
  });
  return { chosen, choose };
}
