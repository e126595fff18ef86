import type { ItemRow } from '../../../src/information/contract.ts';
import { useTexts } from '../texts/index.tsx';

type Status = ItemRow['timeliness']['status'];
const SHAPES: Record<Status, string> = {
  'in-time': '●',
  late: '▲',
  overdue: '■',
  'due-soon': '◆',
  open: '○',
  'no-date': '–',
  'not-governed': '–',
};

interface LightProps {
  timeliness: {
    status: Status;
    dueOn: string | null;
    elapsedWorkingDays: number | null;
    provisional: boolean;
  };
}

/** The timeliness light: colour, shape and word say the same, so none of them is needed alone. */
export function Light({ timeliness }: LightProps) {
  const { t, name } = useTexts();
  const { status, dueOn, provisional } = timeliness;
  const waiting = status === 'open' || status === 'due-soon' || status === 'overdue';
  return (
    <span className={`light light-${status}`} title={provisional ? t('light.provisional') : undefined}>
      <span aria-hidden="true">{SHAPES[status]} </span>
      {name('timeliness', status)}
      {waiting && dueOn ? <span className="light-due">{t('light.due', { date: dueOn })}</span> : null}
      {provisional ? <span className="light-due">{t('light.provisionalShort')}</span> : null}
    </span>
  );
}
