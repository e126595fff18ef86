import { Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { PersonView } from '../../../src/agencies/contract.ts';
import { useAgencies } from '../agencies/AgenciesScreen.tsx';
import { post } from '../api.ts';
import { useUnits } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Failure } from '../ui/States.tsx';
import { today } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';

interface Typed {
  on: string;
  title?: string;
  unitId?: string;
}

/** A person changes post, or leaves; what ends stays in the history, and its roles end with it. */
export function ChangePost({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTexts();
  const [form] = Form.useForm<Typed>();
  const home = person.posts.find((one) => one.toOn === null);
  const agencies = (useAgencies().data ?? []).filter((one) => one.active);
  const [agencyId, setAgency] = useState(home?.agencyId ?? '');
  const [leaves, setLeaves] = useState(false);
  const units = (useUnits(agencyId).data ?? []).filter((one) => one.active);
  const change = useAct({
    run: ({ on, title, unitId }: Typed) =>
      post(`/people/${person.id}/posts`, {
        on,
        begins: leaves ? null : { agencyId, unitId: unitId || null, title },
      }),
    renews: [['people']],
    done: t('common.saved'),
    onError: () => {},
    onDone: onClose,
  });
  const required = [{ required: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={t('people.changePost')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {change.error ? <Failure error={change.error} /> : null}
      <p className="quiet">{t('people.changePostLead')}</p>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: today() }}
        onFinish={(typed) => change.mutate(typed)}
      >
        <Form.Item name="on" label={t('people.changeOn')} rules={required}>
          <Input type="date" max={today()} />
        </Form.Item>
        <Checkbox checked={leaves} onChange={(event) => setLeaves(event.target.checked)}>
          {t('people.leaves')}
        </Checkbox>
        {leaves ? null : (
          <>
            <Form.Item label={t('app.agency')} htmlFor="post-agency">
              <Choice
                id="post-agency"
                value={agencyId}
                onChange={setAgency}
                options={agencies.map((one) => ({ value: one.id, label: one.name }))}
              />
            </Form.Item>
            <Form.Item name="title" label={t('people.postTitle')} rules={required}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="unitId" label={t('field.unit')}>
              <Choice
                none={t('people.noUnit')}
                options={units.map((one) => ({ value: one.id, label: one.name }))}
              />
            </Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}
