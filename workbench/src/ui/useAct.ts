import { type QueryKey, useMutation } from '@tanstack/react-query';
import { queries } from '../queries.ts';
import { useTexts } from '../texts/index.tsx';
import { errorText } from './errors.ts';
import { useNotices } from './Notices.tsx';

interface Act<In, Out> {
  run: (input: In) => Promise<Out>;
  /** Reads that are out of date afterwards. */
  renews?: QueryKey[];
  /** Said when it is done. */
  done?: string | undefined;
  onDone?: (output: Out, input: In) => void;
  /** Takes the error over; left out, it is shown as a message. */
  onError?: (error: unknown) => void;
}

/** Something that changes data: shows what went wrong, says what was done, renews what it touched. */
export function useAct<In = void, Out = unknown>({ run, renews = [], done, onDone, onError }: Act<In, Out>) {
  const { say } = useNotices();
  const wording = useTexts();
  return useMutation({
    mutationFn: run,
    onSuccess: (output, input) => {
      for (const queryKey of renews) void queries.invalidateQueries({ queryKey });
      if (done) say('done', done);
      onDone?.(output, input);
    },
    onError: (error) => {
      if (onError) onError(error);
      else say('error', errorText(error, wording));
    },
  });
}
