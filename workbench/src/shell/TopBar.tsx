import { type FormEvent, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSignedIn } from '../session/session.tsx';
import { signOut } from '../session/signOut.ts';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Emblem } from '../ui/Emblem.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

export function TopBar() {
  const { t } = useTexts();
  return (
    <header className="top">
      <Link to="/" className="brand">
        <Emblem size={28} />
        <span>{t('app.name')}</span>
      </Link>
      <AgencyChoice />
      <SearchBox />
      <span className="top-space" />
      <a href="/" className="top-link">
        {t('app.portal')}
      </a>
      <LanguageSwitch />
      <PersonMenu />
    </header>
  );
}

function AgencyChoice() {
  const { t, language } = useTexts();
  const { session, agency, chooseAgency } = useSignedIn();
  const shown = (one: { name: string; nameEn: string | null }) =>
    (language === 'en' && one.nameEn) || one.name;
  if (session.agencies.length < 2) return <span className="top-agency">{agency ? shown(agency) : ''}</span>;
  return (
    <Choice
      label={t('app.agency')}
      value={agency?.id ?? ''}
      onChange={chooseAgency}
      options={session.agencies.map((one) => ({ value: one.id, label: shown(one) }))}
    />
  );
}

function SearchBox() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const search = (event: FormEvent) => {
    event.preventDefault();
    void navigate(`/items?q=${encodeURIComponent(words.trim())}`);
  };
  return (
    <search>
      <form onSubmit={search}>
        <input
          type="search"
          className="field top-search"
          aria-label={t('app.search')}
          placeholder={t('app.search')}
          value={words}
          maxLength={200}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
    </search>
  );
}

/** Name and what belongs to the person; closes when something is chosen or the focus leaves. */
function PersonMenu() {
  const { t } = useTexts();
  const { session } = useSignedIn();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  return (
    <details
      ref={menu}
      className="person-menu"
      onBlur={(event) => {
        if (!menu.current?.contains(event.relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <summary>{session.person.name}</summary>
      <ul>
        <li>
          <Link to="/account" onClick={close}>
            {t('nav.account')}
          </Link>
        </li>
        <li>
          <button type="button" className="link-button" onClick={() => void signOut()}>
            {t('signOut')}
          </button>
        </li>
      </ul>
    </details>
  );
}
