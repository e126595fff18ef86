import { App } from 'antd';
import { useTexts } from '../texts/index.tsx';

export interface Generated {
  personId: string;
  password: string;
}

/** Shows a generated password this once; it is stored nowhere. */
export function useShowPassword(): (generated: Generated, login: string) => void {
  const { modal } = App.useApp();
  const { t } = useTexts();
  return ({ password }, login) => {
    modal.success({
      title: t('people.passwordTitle'),
      okText: t('people.passwordNoted'),
      content: (
        <>
          <p>{t('people.passwordLead', { login })}</p>
          <p>
            <code className="secret">{password}</code>
          </p>
        </>
      ),
    });
  };
}
