import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useTexts } from '../texts/index.tsx';

/** A time in Asia/Shanghai. */
export function TimeField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTexts();
  return (
    <input
      type="datetime-local"
      className="field"
      aria-label={t('publish.time')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface CommentFieldProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  focus?: boolean;
}

export function CommentField({ value, onChange, label, focus = false }: CommentFieldProps) {
  const field = useRef<InputRef | null>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  return (
    <Input.TextArea
      ref={field as never}
      autoSize={{ minRows: focus ? 3 : 1 }}
      maxLength={2000}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
