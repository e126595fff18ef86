import { Button, Progress } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTexts } from '../texts/index.tsx';

interface DropZoneProps {
  accept?: string;
  multiple?: boolean;
  busy?: boolean;
  /** Part sent, 0 to 1. */
  progress?: number;
  onFiles: (files: File[]) => void;
  title: string;
  hint: string;
  compact?: boolean;
}

/** Takes files that are dropped or chosen; the button does everything the pointer can. */
export function DropZone({
  accept,
  multiple,
  busy,
  progress = 0,
  onFiles,
  title,
  hint,
  compact,
}: DropZoneProps) {
  const { t } = useTexts();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!busy) onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside is for everyone
    <div
      className={`drop${over ? ' drop-over' : ''}${compact ? ' drop-compact' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      {busy ? (
        <div role="status">
          <p className="drop-title">{progress < 1 ? t('drop.sending') : t('drop.reading')}</p>
          <Progress percent={Math.round(progress * 100)} status="active" aria-label={t('drop.sending')} />
        </div>
      ) : (
        <>
          <p className="drop-title">{title}</p>
          <p className="drop-hint">{hint}</p>
          <Button type={compact ? 'default' : 'primary'} onClick={() => chooser.current?.click()}>
            {t('drop.choose')}
          </Button>
        </>
      )}
    </div>
  );
}
