import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ItemView } from '../../../src/information/contract.ts';
import { post, upload } from '../api.ts';
import { type Changed, ITEMS_KEY, keepItem, useUnits } from '../items/api.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { DropZone } from '../ui/DropZone.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { Page } from '../ui/Page.tsx';
import { Failure, Nothing } from '../ui/States.tsx';
import { useAct } from '../ui/useAct.ts';

const READABLE = '.docx,.pdf,.html,.htm,.txt,.md';

/** From a Word file, or from an empty page, to a draft. */
export default function NewItemScreen() {
  const { t } = useTexts();
  const { session, agency } = useSignedIn();
  const writable = session.agencies.filter((one) => one.permissions.includes('item.write'));
  const [agencyId, setAgency] = useState(
    (writable.find((one) => one.id === agency?.id) ?? writable[0])?.id ?? '',
  );
  const chosen = writable.find((one) => one.id === agencyId);
  const [unitId, setUnit] = useState<string | null>(null);
  const ownUnit = chosen?.roles.find((one) => one.unitId)?.unitId ?? null;
  const unit = unitId ?? ownUnit;
  if (!chosen)
    return (
      <Page title={t('new.title')}>
        <Nothing title={t('new.notAllowed')} next={t('new.notAllowedNext')} />
      </Page>
    );
  return (
    <Page title={t('new.title')} lead={t('new.lead')}>
      <div className="new-place">
        {writable.length > 1 ? (
          <Labelled label={t('app.agency')}>
            {(id) => (
              <Choice
                id={id}
                value={agencyId}
                onChange={(id) => {
                  setAgency(id);
                  setUnit(null);
                }}
                options={writable.map((one) => ({ value: one.id, label: one.name }))}
              />
            )}
          </Labelled>
        ) : null}
        <UnitChoice agencyId={agencyId} value={unit} onChange={setUnit} />
      </div>
      <FromFile agencyId={agencyId} unitId={unit} />
      <FromNothing agencyId={agencyId} unitId={unit} agencyName={chosen.name} />
    </Page>
  );
}

function UnitChoice(props: { agencyId: string; value: string | null; onChange: (id: string) => void }) {
  const { t } = useTexts();
  const units = (useUnits(props.agencyId).data ?? []).filter((one) => one.active);
  return (
    <Labelled label={t('field.unit')}>
      {(id) => (
        <Choice
          id={id}
          value={props.value}
          none={t('new.noUnit')}
          onChange={props.onChange}
          options={units.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
    </Labelled>
  );
}

interface Place {
  agencyId: string;
  unitId: string | null;
}

function FromFile({ agencyId, unitId }: Place) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [sent, setSent] = useState(0);
  const read = useAct({
    run: (file: File) => {
      const form = new FormData();
      // Fields before the file: the server reads the parts in their order.
      form.set('agencyId', agencyId);
      if (unitId) form.set('unitId', unitId);
      form.set('file', file);
      setSent(0);
      return upload<Changed>('/items/from-file', form, setSent);
    },
    onError: () => {},
    renews: [['queue'], ITEMS_KEY],
    onDone: ({ id }) => void navigate(`/items/${id}/edit`),
  });
  return (
    <>
      <DropZone
        accept={READABLE}
        busy={read.isPending}
        progress={sent}
        onFiles={([file]) => file && read.mutate(file)}
        title={t('new.drop')}
        hint={t('new.dropHint')}
      />
      {read.error ? <Failure error={read.error} /> : null}
    </>
  );
}

function FromNothing({ agencyId, unitId, agencyName }: Place & { agencyName: string }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const create = useAct({
    run: () =>
      post<ItemView>('/items', { agencyId, fields: { issuingAgency: agencyName }, placement: { unitId } }),
    onDone: (item) => {
      keepItem(item);
      void navigate(`/items/${item.id}/edit`);
    },
  });
  return (
    <p className="new-blank">
      {t('new.or')}{' '}
      <Button onClick={() => create.mutate()} loading={create.isPending}>
        {t('new.blank')}
      </Button>
    </p>
  );
}
