import { Suspense } from 'react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { useTexts } from '../texts/index.tsx';
import { Boundary } from '../ui/Boundary.tsx';
import { Nothing, Waiting } from '../ui/States.tsx';
import { Menu } from './Menu.tsx';
import { SCREENS } from './screens.ts';
import { TopBar } from './TopBar.tsx';

/** The frame around every screen. */
export default function Shell() {
  const { t } = useTexts();
  const { pathname } = useLocation();
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <TopBar />
      <Menu />
      <main id="main" tabIndex={-1}>
        <Boundary key={pathname}>
          <Suspense fallback={<Waiting />}>
            <Routes>
              {SCREENS.map(({ path, Component }) => (
                <Route key={path} path={path} element={<Component />} />
              ))}
              <Route path="*" element={<NoSuchScreen />} />
            </Routes>
          </Suspense>
        </Boundary>
      </main>
    </div>
  );
}

function NoSuchScreen() {
  const { t } = useTexts();
  return (
    <Nothing title={t('app.noSuchScreen')}>
      <Link to="/">{t('nav.queue')}</Link>
    </Nothing>
  );
}
