import { Form, Input, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { post } from '../api.ts';
import { useUnits } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Failure } from '../ui/States.tsx';
import { today } from '../ui/time.ts';
import { useAct } from '../ui/useAct.ts';
import { type Generated, useShowPassword } from './useShowPassword.tsx';

interface Typed {
  name: string;
  login: string;
  email?: string;
  unitId?: string;
  title: string;
  fromOn?: string;
}

export function NewPersonDialogue({ agencyId, onClose }: { agencyId: string; onClose: () => void }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const show = useShowPassword();
  const units = (useUnits(agencyId).data ?? []).filter((one) => one.active);
  const [form] = Form.useForm<Typed>();
  const create = useAct({
    run: ({ name, login, email, unitId, title, fromOn }: Typed) =>
      post<Generated>('/people', {
        name,
        login,
        email: email || null,
        post: { agencyId, unitId: unitId || null, title, ...(fromOn ? { fromOn } : {}) },
      }),
    renews: [['people']],
    onError: () => {},
    onDone: (generated, typed) => {
      onClose();
      show(generated, typed.login);
      void navigate(`/people/${generated.personId}`);
    },
  });
  const required = [{ required: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={t('people.add')}
      okText={t('people.create')}
      cancelText={t('common.cancel')}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {create.error ? <Failure error={create.error} /> : null}
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ fromOn: today() }}
        onFinish={(typed) => create.mutate(typed)}
      >
        <Form.Item name="name" label={t('people.name')} rules={required}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="login" label={t('signIn.login')} extra={t('people.loginHelp')} rules={required}>
          <Input maxLength={32} spellCheck={false} autoComplete="off" />
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
        <Form.Item name="fromOn" label={t('people.fromOn')}>
          <Input type="date" max={today()} />
        </Form.Item>
        <Form.Item name="email" label={t('agencies.email')}>
          <Input type="email" maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
