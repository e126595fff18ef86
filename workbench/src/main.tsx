import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Gate } from './Gate.tsx';
import { queries } from './queries.ts';
import './styles.css';
import { loadTexts, WordingProvider, wordingOf } from './texts/index.tsx';
import { chooseLanguage, currentLanguage, type Language } from './texts/language.ts';
import type { Texts } from './texts/zh.ts';
import { NoticesProvider } from './ui/Notices.tsx';
import { theme } from './ui/theme.ts';

interface Loaded {
  language: Language;
  texts: Texts;
  locale: Locale;
}

async function load(language: Language): Promise<Loaded> {
  const [texts, locale] = await Promise.all([
    loadTexts(language),
    language === 'en' ? import('antd/es/locale/en_US') : import('antd/es/locale/zh_CN'),
  ]);
  return { language, texts, locale: locale.default };
}

function Root({ first }: { first: Loaded }) {
  const [loaded, setLoaded] = useState(first);
  useEffect(() => {
    document.documentElement.lang = loaded.language === 'en' ? 'en' : 'zh-CN';
  }, [loaded.language]);
  const switchTo = (language: Language) => {
    chooseLanguage(language);
    void load(language).then((next) => {
      setLoaded(next);
      // What the server words (findings, reasons, labels) comes again in the new language.
      void queries.invalidateQueries();
    });
  };
  return (
    <WordingProvider wording={wordingOf(loaded.texts, loaded.language, switchTo)}>
      <ConfigProvider locale={loaded.locale} theme={theme} button={{ autoInsertSpace: false }}>
        <NoticesProvider>
          <QueryClientProvider client={queries}>
            <BrowserRouter basename="/workbench">
              <Gate />
            </BrowserRouter>
          </QueryClientProvider>
        </NoticesProvider>
      </ConfigProvider>
    </WordingProvider>
  );
}

const first = await load(currentLanguage());
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Root first={first} />
  </StrictMode>,
);
