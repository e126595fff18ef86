import { Table, type TableProps } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { ItemRow } from '../../../src/information/contract.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Light } from '../ui/Light.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Page } from '../ui/Page.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { Nothing, Ready } from '../ui/States.tsx';
import { foreseeItem, useItems } from './api.ts';
import { ItemFilters } from './ItemFilters.tsx';

const PAGE_SIZE = 20;
const SORTS: Record<string, string> = {
  title: 'title',
  formedOn: 'formed',
  publishedOn: 'published',
  due: 'due',
  updatedAt: 'updated',
};

/** Every item this person may see. Filters, order and page stand in the address: it can be kept and passed on. */
export default function ItemsScreen() {
  const { t } = useTexts();
  const { can } = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const query = { pageSize: PAGE_SIZE, ...Object.fromEntries(search) };
  const reading = useItems(query);
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    next.delete('page');
    for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
    setSearch(next, { replace: true });
  };
  return (
    <Page
      title={t('items.title')}
      actions={
        can('item.write') ? (
          <LinkButton to="/items/new" type="primary">
            {t('queue.new')}
          </LinkButton>
        ) : null
      }
    >
      <ItemFilters search={search} set={set} />
      <Ready of={reading}>
        {(list) => (
          <>
            <p className="total" role="status">
              {t('items.total', { count: list.total })}
            </p>
            <ItemTable
              items={list.items}
              total={list.total}
              search={search}
              set={set}
              busy={reading.isPlaceholderData}
            />
          </>
        )}
      </Ready>
    </Page>
  );
}

interface ItemTableProps {
  items: ItemRow[];
  total: number;
  search: URLSearchParams;
  set: (changes: Record<string, string | null>) => void;
  busy: boolean;
}

function ItemTable({ items, total, search, set, busy }: ItemTableProps) {
  const { t } = useTexts();
  const columns = useColumns(search);
  const change: TableProps<ItemRow>['onChange'] = (paging, _, sorter) => {
    const by = Array.isArray(sorter) ? sorter[0] : sorter;
    const sort = by?.order ? (SORTS[String(by.columnKey)] ?? null) : null;
    const order = by?.order === 'ascend' ? 'asc' : by?.order ? 'desc' : null;
    const page = paging.current && paging.current > 1 ? String(paging.current) : null;
    set({ sort, order, page });
  };
  return (
    <Table<ItemRow>
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={items}
      loading={busy}
      onChange={change}
      onRow={(item) => ({ onPointerEnter: () => foreseeItem(item.id) })}
      locale={{ emptyText: <Nothing title={t('items.empty')} next={t('items.emptyNext')} /> }}
      pagination={{
        current: Number(search.get('page') ?? 1),
        pageSize: Number(search.get('pageSize') ?? PAGE_SIZE),
        total,
        showSizeChanger: false,
        hideOnSinglePage: true,
      }}
    />
  );
}

function useColumns(search: URLSearchParams): NonNullable<TableProps<ItemRow>['columns']> {
  const { t, name } = useTexts();
  const sorted = (key: string) => {
    const here = search.get('sort') === SORTS[key];
    const order = search.get('order') === 'asc' ? ('ascend' as const) : ('descend' as const);
    return { key, sorter: true, sortOrder: here ? order : null };
  };
  return [
    {
      title: t('field.title'),
      ...sorted('title'),
      render: (_, item) => (
        <>
          <Link to={`/items/${item.id}`} className="row-title">
            {item.title || t('item.untitled')}
          </Link>
          <div className="row-facts">
            {item.documentNumber ? <span>{item.documentNumber}</span> : null}
            {item.indexNumber ? <span className="index-number">{item.indexNumber}</span> : null}
            <span>{item.unitName ?? item.agencyName}</span>
            {item.categoryName ? <span>{item.categoryName}</span> : null}
            {item.attribute === 'proactive' ? null : <span>{name('attribute', item.attribute)}</span>}
          </div>
        </>
      ),
    },
    { title: t('items.state'), key: 'state', width: 190, render: (_, item) => <StateMark item={item} /> },
    {
      title: t('field.formedOn'),
      ...sorted('formedOn'),
      width: 116,
      render: (_, item) => item.formedOn ?? '–',
    },
    {
      title: t('field.publishedOn'),
      ...sorted('publishedOn'),
      width: 116,
      render: (_, item) => item.publishedOn ?? '–',
    },
    {
      title: t('items.timeliness'),
      ...sorted('due'),
      width: 170,
      render: (_, item) => <Light timeliness={item.timeliness} />,
    },
  ];
}
