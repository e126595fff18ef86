export type Language = 'zh' | 'en';

/** The chosen language: the cookie `lang`, which the server reads too; Chinese until someone chooses. */
export function currentLanguage(): Language {
  const chosen = /(?:^|;\s*)lang=(zh|en)/.exec(document.cookie)?.[1];
  return chosen === 'en' ? 'en' : 'zh';
}

/** Remembers the choice for a year, for these pages and for the server's messages. */
export function chooseLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
