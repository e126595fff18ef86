import { Checkbox, Form, Input, Modal } from 'antd';
import type { AgencyTreeView } from '../../../src/agencies/contract.ts';
import { patch, post } from '../api.ts';
import { renewSession } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Failure } from '../ui/States.tsx';
import { useAct } from '../ui/useAct.ts';
import { AGENCY_KINDS } from './kinds.ts';

export type Agency = AgencyTreeView['agencies'][number];

interface AgencyDialogueProps {
  agency: Agency | null;
  /** The body a new one is put under, unless chosen otherwise. */
  parent: Agency | null;
  agencies: readonly Agency[];
  onClose: () => void;
}

type Typed = Omit<Agency, 'id' | 'depth'>;

export function AgencyDialogue({ agency, parent, agencies, onClose }: AgencyDialogueProps) {
  const { t, name } = useTexts();
  const [form] = Form.useForm<Typed>();
  const save = useAct({
    run: ({ active, ...typed }: Typed) => {
      const texts = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value || null]));
      return agency ? patch(`/agencies/${agency.id}`, { ...texts, active }) : post('/agencies', texts);
    },
    renews: [['agencies']],
    done: t('common.saved'),
    onError: () => {},
    onDone: () => {
      void renewSession();
      onClose();
    },
  });
  const required = [{ required: true, message: t('common.required') }];
  const line = (key: keyof Typed, label: string) => (
    <Form.Item name={key} label={label}>
      <Input maxLength={300} />
    </Form.Item>
  );
  return (
    <Modal
      open
      title={agency ? t('agencies.edit') : t('agencies.add')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {save.error ? <Failure error={save.error} /> : null}
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={agency ?? { kind: 'bureau', parentId: parent?.id ?? null, active: true }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <Form.Item name="name" label={t('agencies.name')} rules={required}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="code" label={t('agencies.code')} rules={required} extra={t('agencies.codeHelp')}>
          <Input maxLength={32} />
        </Form.Item>
        <Form.Item name="kind" label={t('agencies.kind')}>
          <Choice options={AGENCY_KINDS.map((one) => ({ value: one, label: name('agencyKind', one) }))} />
        </Form.Item>
        <Form.Item name="parentId" label={t('agencies.parent')}>
          <Choice
            none={t('agencies.top')}
            options={agencies
              .filter((one) => one.id !== agency?.id)
              .map((one) => ({ value: one.id, label: `${'　'.repeat(one.depth)}${one.name}` }))}
          />
        </Form.Item>
        {line('nameEn', t('agencies.nameEn'))}
        {line('orgCode', t('agencies.orgCode'))}
        {line('address', t('agencies.address'))}
        {line('phone', t('agencies.phone'))}
        {line('email', t('agencies.email'))}
        {line('hours', t('agencies.hours'))}
        {agency ? (
          <Form.Item name="active" valuePropName="checked">
            <Checkbox>{t('common.active')}</Checkbox>
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}
