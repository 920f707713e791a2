import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { keys } from '@/api/keys';
import { isUnauthenticated, ProblemError, UNREACHABLE } from '@/api/problem';

const MOST_RETRIES = 2;

/** The cache of what the server said. An ended session shows itself in any answer and leads to the login page. */
export function newQueryClient(): QueryClient {
  const noticeEndOfSession = (error: Error) => {
    if (isUnauthenticated(error)) client.setQueryData(keys.me, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEndOfSession }),
    mutationCache: new MutationCache({ onError: noticeEndOfSession }),
    defaultOptions: {
      // Nothing waits for the connection to come back and is then sent, when nobody thinks of it any more.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 2_000,
        retry: (failures, error) => failures < MOST_RETRIES && isWorthRetrying(error),
      },
    },
  });
  return client;
}

function isWorthRetrying(error: Error): boolean {
  return error instanceof ProblemError && (error.status === UNREACHABLE || error.status >= 502);
}
