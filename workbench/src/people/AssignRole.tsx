import { Button } from 'antd';
import { useState } from 'react';
import type { PersonView } from '../../../src/agencies/contract.ts';
import { ROLES } from '../../../src/agencies/roles.ts';
import { post } from '../api.ts';
import { useUnits } from '../items/api.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { useAct } from '../ui/useAct.ts';

/** Gives a role in an agency, for one unit or for all of it. */
export function AssignRole({ person }: { person: PersonView }) {
  const { t, name } = useTexts();
  const { session, can } = useSignedIn();
  const home = person.posts.find((one) => one.toOn === null);
  const [agencyId, setAgency] = useState(home?.agencyId ?? session.agencies[0]?.id ?? '');
  const [role, setRole] = useState('');
  const [unitId, setUnit] = useState('');
  const units = (useUnits(agencyId).data ?? []).filter((one) => one.active);
  const assign = useAct({
    run: () => post(`/people/${person.id}/roles`, { agencyId, role, unitId: unitId || null }),
    renews: [['people']],
    done: t('people.roleAssigned'),
    onDone: () => setRole(''),
  });
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        assign.mutate();
      }}
    >
      <Choice
        label={t('app.agency')}
        value={agencyId}
        onChange={(id) => {
          setAgency(id);
          setUnit('');
        }}
        options={session.agencies
          .filter((one) => can('people.manage', one.id))
          .map((one) => ({ value: one.id, label: one.name }))}
      />
      <Choice
        label={t('people.role')}
        none={t('people.role')}
        value={role}
        onChange={setRole}
        options={ROLES.map((one) => ({ value: one, label: name('role', one) }))}
      />
      <Choice
        label={t('field.unit')}
        none={t('people.wholeAgency')}
        value={unitId}
        onChange={setUnit}
        options={units.map((one) => ({ value: one.id, label: one.name }))}
      />
      <Button htmlType="submit" type="primary" disabled={!role || !agencyId} loading={assign.isPending}>
        {t('people.assign')}
      </Button>
    </form>
  );
}
