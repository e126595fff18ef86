import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../texts/index.tsx';

/** A screen that breaks, or whose code no longer exists after an upgrade, does not take the others with it. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTexts();
  return (
    <div className="broken" role="alert">
      <h1>{t('error.screenBroken')}</h1>
      <p>{t('error.screenBrokenNext')}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {t('error.reload')}
      </Button>
    </div>
  );
}
