import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.ts';

/** Answers are kept for moves between screens; a refusal is final, only a lost connection is tried again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => error instanceof ApiError && error.status === 0 && count < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
