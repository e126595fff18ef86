import { NavLink } from 'react-router';
import { useQueue } from '../queue/api.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { MENU_GROUPS, SCREENS, type Screen } from './screens.ts';

/** What this person may open; a screen's code is fetched when the pointer or the focus comes near. */
export function Menu() {
  const { t } = useTexts();
  const { can } = useSignedIn();
  const visible = SCREENS.filter((one) => one.menu && (!one.needs || can(one.needs)));
  return (
    <nav className="menu" aria-label={t('nav.label')}>
      {MENU_GROUPS.map((group) => {
        const screens = visible.filter((one) => one.menu?.group === group);
        if (screens.length === 0) return null;
        return (
          <div key={group} className="menu-group">
            <h2>{t(`nav.group.${group}`)}</h2>
            <ul>
              {screens.map((one) => (
                <li key={one.path}>
                  <MenuLink screen={one} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

function MenuLink({ screen }: { screen: Screen }) {
  const { t } = useTexts();
  const fetchCode = () => void screen.load();
  return (
    <NavLink to={screen.path} end onPointerEnter={fetchCode} onFocus={fetchCode}>
      {t(screen.menu!.text)}
      {screen.path === '/' ? <DueCount /> : null}
    </NavLink>
  );
}

function DueCount() {
  const { t } = useTexts();
  const due = useQueue().data?.groups.find((one) => one.group === 'to-decide')?.total ?? 0;
  if (due === 0) return null;
  return (
    <span className="count" title={t('nav.waiting', { count: due })}>
      {due}
      <span className="unseen">{t('nav.waiting', { count: due })}</span>
    </span>
  );
}
