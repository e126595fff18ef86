import { Radio } from 'antd';
import type { IndexPattern } from '../../../src/information/contract.ts';
import { useTexts } from '../texts/index.tsx';
import { Choice } from '../ui/Choice.tsx';
import { today } from '../ui/time.ts';
import { fits, formatted, PRESETS } from './pattern.ts';

interface IndexPatternFormProps {
  pattern: IndexPattern;
  onChange: (pattern: IndexPattern) => void;
  /** The next number as the server would give it now, under the pattern `before`. */
  next: string;
  before: IndexPattern;
}

/** The form of index numbers (索引号), with the number the next publication would get. */
export function IndexPatternForm({ pattern, onChange, next, before }: IndexPatternFormProps) {
  const { t } = useTexts();
  const choosePreset = (preset: IndexPattern['preset']) =>
    onChange(preset === 'custom' ? { ...pattern, preset } : { ...pattern, preset, ...PRESETS[preset] });
  const custom = pattern.preset === 'custom';
  const same = JSON.stringify(pattern) === JSON.stringify(before);
  const preview = same ? next : formatted(pattern, Number(today().slice(0, 4)));
  return (
    <fieldset className="card">
      <legend>{t('settings.index')}</legend>
      <Radio.Group
        value={pattern.preset}
        onChange={(event) => choosePreset(event.target.value as IndexPattern['preset'])}
      >
        <Radio value="fujian">{t('settings.fujian')}</Radio>
        <Radio value="national">{t('settings.national')}</Radio>
        <Radio value="custom">{t('settings.custom')}</Radio>
      </Radio.Group>
      <div className="line">
        <label htmlFor="index-body">{t('settings.body')}</label>
        <input
          id="index-body"
          className="field"
          value={pattern.body}
          maxLength={40}
          onChange={(event) => onChange({ ...pattern, body: event.target.value.trim() })}
        />
      </div>
      {custom ? (
        <>
          <div className="line">
            <label htmlFor="index-pattern">{t('settings.pattern')}</label>
            <input
              id="index-pattern"
              className="field"
              value={pattern.pattern}
              maxLength={100}
              onChange={(event) => onChange({ ...pattern, pattern: event.target.value.trim() })}
            />
          </div>
          <p className="quiet">{t('settings.patternHelp')}</p>
          <div className="line">
            <label htmlFor="index-scope">{t('settings.scope')}</label>
            <Choice
              id="index-scope"
              value={pattern.scope}
              onChange={(scope) => onChange({ ...pattern, scope: scope as IndexPattern['scope'] })}
              options={[
                { value: 'year', label: t('settings.scopeYear') },
                { value: 'class-year', label: t('settings.scopeClassYear') },
              ]}
            />
          </div>
        </>
      ) : null}
      <p className="preview" role="status">
        {t('settings.next')}{' '}
        {fits(pattern) ? <output className="index-number">{preview}</output> : t('settings.bad')}
      </p>
      <p className="quiet">{t('settings.indexNote')}</p>
    </fieldset>
  );
}
