import { createContext, type ReactNode, use } from 'react';
import type { Language } from './language.ts';
import type { Texts } from './zh.ts';

export type TextKey = keyof Texts;
type Values = Record<string, string | number>;
/** The text for a key with `{name}` filled in. */
export type Translate = (key: TextKey, values?: Values) => string;

export interface Wording {
  language: Language;
  t: Translate;
  /** The text for `prefix.code`, or the code itself where the catalogue does not know it. */
  name: (prefix: string, code: string | null | undefined) => string;
  switchTo: (language: Language) => void;
}

const WordingContext = createContext<Wording | null>(null);

/** Loads the catalogue of one language; the other stays on the server. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'en' ? (await import('./en.ts')).en : (await import('./zh.ts')).zh;
}

export function wordingOf(texts: Texts, language: Language, switchTo: Wording['switchTo']): Wording {
  const t: Translate = (key, values = {}) => fill(texts[key], values);
  const name: Wording['name'] = (prefix, code) => {
    if (code === null || code === undefined || code === '') return t('common.none');
    const key = `${prefix}.${code}`;
    return key in texts ? texts[key as TextKey] : code;
  };
  return { language, t, name, switchTo };
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function WordingProvider({ wording, children }: { wording: Wording; children: ReactNode }) {
  return <WordingContext value={wording}>{children}</WordingContext>;
}

/** Texts of the chosen language. */
export function useTexts(): Wording {
  const wording = use(WordingContext);
  if (!wording) throw new Error('useTexts outside WordingProvider');
  return wording;
}
