import { useEffect, useRef } from 'react';

type Keys = Record<string, (event: KeyboardEvent) => void>;

/**
 * Single-key commands, silent while someone types, while a dialogue is open, and with modifiers
 * (WCAG 2.1.4: they can be switched off in 我的账户, see `keysAreOn`).
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (
        !keysAreOn() ||
        isTyping(event.target) ||
        document.querySelector('.ant-modal-wrap:not([style*="none"])')
      )
        return;
      const act = latest.current[event.key];
      if (!act) return;
      // The key must not land in the field that the command opens.
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.role === 'combobox'
  );
}

const SWITCH = 'zhaogao.keys';

export function keysAreOn(): boolean {
  return localStorage.getItem(SWITCH) !== 'off';
}

export function switchKeys(on: boolean): void {
  localStorage.setItem(SWITCH, on ? 'on' : 'off');
}
