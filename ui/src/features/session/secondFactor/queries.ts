import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys } from '@/api/keys';
import type { Enrolment, RecoveryCodes, SecondFactor } from '@/api/schema';

const PATH = '/api/profile/second-factor';

/** Whether a code is asked for at each login. */
export const secondFactorQuery = queryOptions({
  queryKey: keys.secondFactor,
  queryFn: ({ signal }) => api.get<SecondFactor>(PATH, { signal }),
});

function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: keys.secondFactor });
}

/** Has a secret made for an authenticator. */
export function useBegin() {
  const refresh = useRefresh();
  return useCommand({
    send: (_: undefined, signal) => api.post<Enrolment>(PATH, undefined, { signal }),
    refresh,
  });
}

/** Switches it on by a first code, which ends every other session. */
export function useConfirmFirst() {
  const refresh = useRefresh();
  return useCommand({
    send: (code: string, signal) =>
      api.post<RecoveryCodes>(`${PATH}/confirm`, { code }, { signal }),
    refresh,
  });
}

export function useRenewCodes() {
  const refresh = useRefresh();
  return useCommand({
    send: (_: undefined, signal) =>
      api.post<RecoveryCodes>(`${PATH}/recovery-codes`, undefined, { signal }),
    refresh,
  });
}

export function useSwitchOff() {
  const refresh = useRefresh();
  return useCommand({
    send: (_: undefined, signal) => api.delete<undefined>(PATH, { signal }),
    refresh,
  });
}
