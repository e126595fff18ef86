import { Button, Form, Input } from 'antd';
import type { ChangePasswordBody } from '../../../src/agencies/contract.ts';
import { post } from '../api.ts';
import { useTexts } from '../texts/index.tsx';
import { Failure } from '../ui/States.tsx';
import { useAct } from '../ui/useAct.ts';

const MIN_LENGTH = 10;

type Typed = ChangePasswordBody & { repeated: string };

/** Changes one's own password; the rules stand beside the field, the server has the last word. */
export function PasswordForm({ login, onDone }: { login: string; onDone: () => void }) {
  const { t } = useTexts();
  const [form] = Form.useForm<Typed>();
  const change = useAct({
    run: ({ currentPassword, newPassword }: Typed) =>
      post('/session/password', { currentPassword, newPassword }),
    done: t('password.changed'),
    onDone: () => {
      form.resetFields();
      onDone();
    },
    onError: () => {},
  });
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => change.mutate(typed)}
    >
      {change.error ? <Failure error={change.error} /> : null}
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <Form.Item
        name="currentPassword"
        label={t('password.current')}
        rules={[{ required: true, message: t('password.currentMissing') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={t('password.new')}
        extra={t('password.rules')}
        rules={[{ required: true, min: MIN_LENGTH, message: t('password.tooShort', { min: MIN_LENGTH }) }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('password.repeat')}
        dependencies={['newPassword']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(t('password.differ')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending} block>
        {t('password.change')}
      </Button>
    </Form>
  );
}
