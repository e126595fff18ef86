import { useTexts } from '../texts/index.tsx';

/** Names the other language in that language. */
export function LanguageSwitch() {
  const { language, switchTo } = useTexts();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="link-button"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => switchTo(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}
