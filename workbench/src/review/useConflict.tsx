import { readItemAgain } from '../items/api.ts';
import { useTexts } from '../texts/index.tsx';
import { conflictText, errorText, isConflict } from '../ui/errors.ts';
import { useNotices } from '../ui/Notices.tsx';

/** Two people decided at once: says who was first, and shows the item as it stands now. */
export function useConflict(itemId: string): (error: unknown) => void {
  const { ask, say } = useNotices();
  const wording = useTexts();
  const { t } = wording;
  return (error) => {
    if (!isConflict(error)) {
      say('error', errorText(error, wording));
      return;
    }
    void readItemAgain(itemId);
    void ask({
      title: t('review.conflict'),
      content: conflictText(error, t),
      ok: t('review.conflictSeen'),
      plain: true,
    });
  };
}
