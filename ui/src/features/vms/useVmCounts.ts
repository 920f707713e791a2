import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePolling } from '@/api/live';
import { vmCountsQuery } from './queries';

const QUIET_MILLIS = 1_500;

/**
 * How many VMs a search finds in each state. Events move them at once; they are asked for once more when nothing has moved for a
 * while, because an answer may have counted already what an event told later.
 */
export function useVmCounts(q?: string) {
  const polling = usePolling();
  return useQuery({
    ...vmCountsQuery(q),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.moved ? QUIET_MILLIS : polling),
  });
}
