import { App } from 'antd';
import { useTexts } from '../texts/index.tsx';
import { errorText, isConflict } from '../ui/errors.ts';
import { readItemAgain } from './next.ts';

/** Two people decided at once: says who was first, and shows the item as it stands now. */
export function useConflict(itemId: string): (error: unknown) => void {
  const { modal, message } = App.useApp();
  const wording = useTexts();
  const { t } = wording;
  return (error) => {
    if (!isConflict(error)) {
      void message.error({ content: errorText(error, wording), duration: 8, className: 'lines' });
      return;
    }
    void readItemAgain(itemId);
    modal.warning({ title: t('review.conflict'), content: error.message, okText: t('review.conflictSeen') });
  };
}
