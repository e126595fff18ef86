import type { DomainError } from './errors.ts';

export type Language = 'zh' | 'en';

/** A text in both languages; Chinese is the one that counts. */
export interface Text {
  zh: string;
  en: string;
}

/** A room's message catalogue: key → text in both languages. `{name}` is replaced by a detail. */
export type Catalogue = Record<string, Text>;

const catalogues = new Map<string, Text>();

/**
 * Adds a room's texts. Two rooms may not use one key.
 * @returns the catalogue itself, so that a room can write `export const labels = defineCatalogue({...})`
 */
export function defineCatalogue<C extends Catalogue>(catalogue: C): C {
  for (const [key, text] of Object.entries(catalogue)) {
    const known = catalogues.get(key);
    if (known && (known.zh !== text.zh || known.en !== text.en))
      throw new Error(`message key defined twice: ${key}`);
    catalogues.set(key, text);
  }
  return catalogue;
}

/** The text for a key with its details filled in; the key itself when no catalogue has it. */
export function translate(
  key: string,
  language: Language,
  details: Record<string, string | number | boolean | readonly string[]> = {},
): string {
  const text = catalogues.get(key);
  if (!text) return key;
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return value === undefined ? whole : Array.isArray(value) ? value.join('、') : String(value);
  });
}

export function hasText(key: string): boolean {
  return catalogues.has(key);
}

/** All texts, for the workbench and for the test that pairs every code with its label. */
export function allTexts(): ReadonlyMap<string, Text> {
  return catalogues;
}

/** What a person is told about an error: `error.<CODE>` of the catalogue. */
export function explainError(error: DomainError, language: Language): string {
  return translate(`error.${error.code}`, language, error.details);
}

/** The language a request asks for: explicit choice first, then Accept-Language, else Chinese. */
export function pickLanguage(chosen: string | undefined, acceptLanguage: string | undefined): Language {
  if (chosen === 'en' || chosen === 'zh') return chosen;
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh';
}
