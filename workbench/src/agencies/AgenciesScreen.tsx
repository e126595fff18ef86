import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { AgencyTreeView, UnitView } from '../../../src/agencies/contract.ts';
import { get } from '../api.ts';
import { useUnits } from '../items/api.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Page } from '../ui/Page.tsx';
import { Nothing, Ready } from '../ui/States.tsx';
import { type Agency, AgencyDialogue } from './AgencyDialogue.tsx';
import { UnitDialogue } from './UnitDialogue.tsx';

export const AGENCIES_KEY = ['agencies'];

export function useAgencies() {
  return useQuery({
    queryKey: AGENCIES_KEY,
    queryFn: async () => (await get<AgencyTreeView>('/agencies')).agencies,
  });
}

/** The tree of bodies, and the units of the chosen one. */
export default function AgenciesScreen() {
  const { t } = useTexts();
  const { agency, can } = useSignedIn();
  const reading = useAgencies();
  const [chosenId, choose] = useState(agency?.id ?? '');
  const [edited, setEdited] = useState<Agency | 'new' | null>(null);
  return (
    <Page
      title={t('agencies.title')}
      actions={
        can('agency.manage') ? (
          <Button type="primary" onClick={() => setEdited('new')}>
            {t('agencies.add')}
          </Button>
        ) : null
      }
    >
      <Ready of={reading}>
        {(agencies) => {
          const chosen = agencies.find((one) => one.id === chosenId) ?? agencies[0];
          return (
            <div className="columns columns-even">
              <AgencyTree agencies={agencies} chosen={chosen} onChoose={choose} />
              {chosen ? <Details agency={chosen} onEdit={() => setEdited(chosen)} /> : null}
              {edited ? (
                <AgencyDialogue
                  agency={edited === 'new' ? null : edited}
                  parent={chosen ?? null}
                  agencies={agencies}
                  onClose={() => setEdited(null)}
                />
              ) : null}
            </div>
          );
        }}
      </Ready>
    </Page>
  );
}

interface AgencyTreeProps {
  agencies: readonly Agency[];
  chosen: Agency | undefined;
  onChoose: (id: string) => void;
}

function AgencyTree({ agencies, chosen, onChoose }: AgencyTreeProps) {
  const { t, name } = useTexts();
  return (
    <section className="card" aria-label={t('agencies.tree')}>
      <ul className="tree">
        {agencies.map((one) => (
          <li key={one.id} style={{ paddingInlineStart: one.depth * 24 }}>
            <button
              type="button"
              aria-pressed={one.id === chosen?.id}
              className="tree-node"
              onClick={() => onChoose(one.id)}
            >
              {one.name}
              <span className="quiet">
                {' '}
                {name('agencyKind', one.kind)} · {one.code}
              </span>
              {one.active ? null : <span className="mark">{t('common.inactive')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Details({ agency, onEdit }: { agency: Agency; onEdit: () => void }) {
  const { t } = useTexts();
  const { can } = useSignedIn();
  const manages = can('agency.manage', agency.id);
  const facts: [string, string | null][] = [
    [t('agencies.code'), agency.code],
    [t('agencies.nameEn'), agency.nameEn],
    [t('agencies.orgCode'), agency.orgCode],
    [t('agencies.address'), agency.address],
    [t('agencies.phone'), agency.phone],
    [t('agencies.email'), agency.email],
    [t('agencies.hours'), agency.hours],
  ];
  return (
    <div>
      <section className="card">
        <div className="section-head">
          <h2>{agency.name}</h2>
          {manages ? <Button onClick={onEdit}>{t('common.edit')}</Button> : null}
        </div>
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || '–'}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Units agencyId={agency.id} manages={manages} />
    </div>
  );
}

function Units({ agencyId, manages }: { agencyId: string; manages: boolean }) {
  const { t, name } = useTexts();
  const reading = useUnits(agencyId);
  const [edited, setEdited] = useState<UnitView | 'new' | null>(null);
  return (
    <section className="card">
      <div className="section-head">
        <h2>{t('units.title')}</h2>
        {manages ? <Button onClick={() => setEdited('new')}>{t('units.add')}</Button> : null}
      </div>
      <Ready of={reading}>
        {(units) => (
          <Table<UnitView>
            rowKey="id"
            size="small"
            pagination={false}
            dataSource={[...units].sort((a, b) => a.position - b.position)}
            locale={{ emptyText: <Nothing title={t('units.none')} /> }}
            columns={[
              {
                title: t('units.name'),
                render: (_, unit) => (
                  <>
                    {unit.name} {unit.active ? null : <span className="mark">{t('common.inactive')}</span>}
                  </>
                ),
              },
              { title: t('units.kind'), render: (_, unit) => name('unitKind', unit.kind) },
              { title: t('agencies.code'), dataIndex: 'code' },
              {
                title: <span className="unseen">{t('common.actions')}</span>,
                render: (_, unit) =>
                  manages ? (
                    <Button size="small" onClick={() => setEdited(unit)}>
                      {t('common.edit')}
                      <span className="unseen"> {unit.name}</span>
                    </Button>
                  ) : null,
              },
            ]}
          />
        )}
      </Ready>
      {edited ? (
        <UnitDialogue
          agencyId={agencyId}
          unit={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </section>
  );
}
