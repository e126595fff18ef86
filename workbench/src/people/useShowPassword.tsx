import { useTexts } from '../texts/index.tsx';
import { useNotices } from '../ui/Notices.tsx';

export interface Generated {
  personId: string;
  password: string;
}

/** Shows a generated password this once; it is stored nowhere. */
export function useShowPassword(): (generated: Generated, login: string) => void {
  const { ask } = useNotices();
  const { t } = useTexts();
  return ({ password }, login) => {
    const content = (
      <>
        <p>{t('people.passwordLead', { login })}</p>
        <p>
          <code className="secret">{password}</code>
        </p>
      </>
    );
    void ask({ title: t('people.passwordTitle'), content, ok: t('people.passwordNoted'), plain: true });
  };
}
