import { Dropdown } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { signOut } from '../session/ForcedPassword.tsx';
import { useSignedIn } from '../session/session.tsx';
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

function PersonMenu() {
  const { t } = useTexts();
  const { session } = useSignedIn();
  const navigate = useNavigate();
  const items = [
    { key: 'account', label: t('nav.account'), onClick: () => void navigate('/account') },
    { key: 'out', label: t('signOut'), onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="link-button top-person" aria-haspopup="menu">
        {session.person.name}
        <span aria-hidden="true"> ▾</span>
      </button>
    </Dropdown>
  );
}
