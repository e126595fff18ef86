import type { z } from 'zod';
import { AgenciesError } from './errors.ts';

/**
 * The input as the contract's schema reads it (trimmed, lower-cased), for verbs called by commands, where no
 * route has checked it.
 * @throws AgenciesError 'INVALID_INPUT' with `fields`: the paths that are wrong
 */
export function checked<S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = [...new Set(result.error.issues.map((issue) => issue.path.join('.')))];
  throw new AgenciesError('INVALID_INPUT', { fields });
}
