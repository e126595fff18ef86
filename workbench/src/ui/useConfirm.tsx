import { type Question, useNotices } from './Notices.tsx';

/** Asks before what cannot be undone; resolves to whether it was confirmed. */
export function useConfirm(): (question: Omit<Question, 'plain'>) => Promise<boolean> {
  return useNotices().ask;
}
