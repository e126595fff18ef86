import { Checkbox, Form, Input, InputNumber, Modal } from 'antd';
import type { UnitView } from '../../../src/agencies/contract.ts';
import { patch, post } from '../api.ts';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Failure } from '../ui/States.tsx';
import { useAct } from '../ui/useAct.ts';
import { UNIT_KINDS } from './kinds.ts';

type Typed = Pick<UnitView, 'name' | 'code' | 'kind' | 'active'> & { position: number | null };

interface UnitDialogueProps {
  agencyId: string;
  unit: UnitView | null;
  onClose: () => void;
}

export function UnitDialogue({ agencyId, unit, onClose }: UnitDialogueProps) {
  const { t, name } = useTexts();
  const [form] = Form.useForm<Typed>();
  const save = useAct({
    run: ({ position, active, ...typed }: Typed) => {
      const body = position === null || position === undefined ? typed : { ...typed, position };
      return unit
        ? patch(`/units/${unit.id}`, { ...body, active })
        : post(`/agencies/${agencyId}/units`, body);
    },
    renews: [['units']],
    done: t('common.saved'),
    onError: () => {},
    onDone: onClose,
  });
  const required = [{ required: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={unit ? t('units.edit') : t('units.add')}
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
        initialValues={unit ?? { kind: 'department', active: true, position: null }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <Form.Item name="name" label={t('units.name')} rules={required}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="code" label={t('agencies.code')} rules={required} extra={t('agencies.codeHelp')}>
          <Input maxLength={32} />
        </Form.Item>
        <Form.Item name="kind" label={t('units.kind')}>
          <Choice options={UNIT_KINDS.map((one) => ({ value: one, label: name('unitKind', one) }))} />
        </Form.Item>
        <Form.Item name="position" label={t('units.position')} extra={t('units.positionHelp')}>
          <InputNumber min={0} max={100_000} precision={0} />
        </Form.Item>
        {unit ? (
          <Form.Item name="active" valuePropName="checked">
            <Checkbox>{t('common.active')}</Checkbox>
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}
