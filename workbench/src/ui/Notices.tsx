import { Button } from 'antd';
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../texts/index.tsx';

type Tone = 'done' | 'error';

interface Toast {
  id: number;
  tone: Tone;
  text: string;
}

export interface Question {
  title: string;
  content?: ReactNode;
  ok: string;
  danger?: boolean;
  /** Only something to read: no way to say no. */
  plain?: boolean;
}

interface Asked extends Question {
  answer: (yes: boolean) => void;
}

interface Notices {
  say: (tone: Tone, text: string) => void;
  /** Asks, or shows something that has to be seen; resolves to whether it was agreed to. */
  ask: (question: Question) => Promise<boolean>;
}

const NoticesContext = createContext<Notices | null>(null);

/** How long a word of success stays; an error stays until it is closed. */
const STAY_MS = 4000;

/** Short words that something was done or went wrong, and questions before what cannot be undone. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const count = useRef(0);
  const notices = useMemo<Notices>(() => {
    const close = (id: number) => setToasts((now) => now.filter((one) => one.id !== id));
    return {
      say: (tone, text) => {
        const id = ++count.current;
        setToasts((now) => [...now.slice(-3), { id, tone, text }]);
        if (tone === 'done') setTimeout(() => close(id), STAY_MS);
      },
      ask: (question) => new Promise((answer) => setAsked({ ...question, answer })),
    };
  }, []);
  return (
    <NoticesContext value={notices}>
      {children}
      {asked ? <Dialogue asked={asked} onClose={() => setAsked(null)} /> : null}
      <Toasts toasts={toasts} onClose={(id) => setToasts((now) => now.filter((one) => one.id !== id))} />
    </NoticesContext>
  );
}

export function useNotices(): Notices {
  const notices = use(NoticesContext);
  if (!notices) throw new Error('useNotices outside NoticesProvider');
  return notices;
}

function Toasts({ toasts, onClose }: { toasts: readonly Toast[]; onClose: (id: number) => void }) {
  const { t } = useTexts();
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((one) => (
        <div key={one.id} className={`toast toast-${one.tone}`}>
          <span aria-hidden="true">{one.tone === 'done' ? '✓' : '⚠'}</span>
          <span className="lines">{one.text}</span>
          <button type="button" aria-label={t('common.close')} onClick={() => onClose(one.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}

/** The browser's own dialogue: keeps the focus inside and gives it back, closes with Escape. */
function Dialogue({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { t } = useTexts();
  const dialogue = useRef<HTMLDialogElement>(null);
  useEffect(() => dialogue.current?.showModal(), []);
  const close = (yes: boolean) => {
    asked.answer(yes);
    onClose();
  };
  return (
    <dialog
      ref={dialogue}
      className="question"
      aria-labelledby="question-title"
      onCancel={() => close(asked.plain ?? false)}
    >
      <h2 id="question-title">{asked.title}</h2>
      {asked.content ? <div className="question-content">{asked.content}</div> : null}
      <div className="question-buttons">
        {asked.plain ? null : <Button onClick={() => close(false)}>{t('common.cancel')}</Button>}
        <Button type="primary" danger={asked.danger ?? false} autoFocus onClick={() => close(true)}>
          {asked.ok}
        </Button>
      </div>
    </dialog>
  );
}
