import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { ATTRIBUTES, PUBLIC_STATUSES, SECTIONS, STATES } from '../../../src/information/states.ts';
import { useSignedIn } from '../session/session.tsx';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { today } from '../ui/time.ts';
import { useCategories, useUnits } from './api.ts';
import { categoryOptions } from './categories.ts';

interface ItemFiltersProps {
  search: URLSearchParams;
  set: (changes: Record<string, string | null>) => void;
}

const LIGHTS = ['overdue', 'due-soon', 'late', 'in-time'];

export function ItemFilters({ search, set }: ItemFiltersProps) {
  const { t, name } = useTexts();
  const listed = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: name(prefix, value) }));
  const filter = (key: string, label: string, options: { value: string; label: string }[]) => (
    <Choice
      key={key}
      label={label}
      none={label}
      value={search.get(key)}
      onChange={(value) => set({ [key]: value })}
      options={options}
    />
  );
  const active = [...search.keys()].some((key) => !['page', 'pageSize', 'sort', 'order'].includes(key));
  return (
    <search className="filters">
      <Words search={search} set={set} />
      <Places search={search} set={set} />
      {filter('state', t('items.state'), listed('state', STATES))}
      {filter('publicStatus', t('items.publicStatus'), listed('publicStatus', PUBLIC_STATUSES))}
      {filter('timeliness', t('items.timeliness'), listed('timeliness', LIGHTS))}
      {filter('attribute', t('field.attribute'), listed('attribute', ATTRIBUTES))}
      {filter('section', t('field.section'), listed('section', SECTIONS))}
      {filter('publishedYear', t('items.publishedYear'), years())}
      {active ? (
        <Button
          type="text"
          onClick={() => set(Object.fromEntries([...search.keys()].map((key) => [key, null])))}
        >
          {t('items.clear')}
        </Button>
      ) : null}
    </search>
  );
}

function years() {
  const last = Number(today().slice(0, 4));
  return Array.from({ length: last - 2007 }, (_, index) => ({
    value: String(last - index),
    label: String(last - index),
  }));
}

function Words({ search, set }: ItemFiltersProps) {
  const { t } = useTexts();
  const [words, setWords] = useState(search.get('q') ?? '');
  const asked = search.get('q') ?? '';
  useEffect(() => setWords(asked), [asked]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set({ q: words.trim() || null });
  };
  return (
    <form onSubmit={submit} className="filter-words">
      <input
        type="search"
        className="field"
        value={words}
        maxLength={200}
        aria-label={t('items.words')}
        placeholder={t('items.words')}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button htmlType="submit">{t('common.search')}</Button>
    </form>
  );
}

/** Agency, and what hangs on it: its units and categories. */
function Places({ search, set }: ItemFiltersProps) {
  const { t, language } = useTexts();
  const { session, agency } = useSignedIn();
  const asked = search.get('agency') ?? (session.agencies.length === 1 ? agency?.id : null);
  const units = useUnits(asked).data ?? [];
  const categories = useCategories(asked).data ?? [];
  const clear = { unit: null, category: null };
  return (
    <>
      {session.agencies.length > 1 ? (
        <Choice
          label={t('app.agency')}
          none={t('app.agency')}
          value={search.get('agency')}
          onChange={(value) => set({ ...clear, agency: value })}
          options={session.agencies.map((one) => ({ value: one.id, label: one.name }))}
        />
      ) : null}
      {asked ? (
        <>
          <Choice
            label={t('field.unit')}
            none={t('field.unit')}
            value={search.get('unit')}
            onChange={(value) => set({ unit: value })}
            options={units.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Choice
            label={t('field.category')}
            none={t('field.category')}
            value={search.get('category')}
            onChange={(value) => set({ category: value })}
            options={categoryOptions(categories, language)}
          />
        </>
      ) : null}
    </>
  );
}
