import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePolling } from '@/api/live';
import { vmCountsQuery } from './counts';

const QUIET_MILLIS = 1_500;

/**
 * How many VMs a search finds in each state. Events move them at once; they are asked for once more when nothing has moved for a
 * while, because an answer may have counted already what an event told later.
 *
 * @param ready whether it is known yet what is searched for
 */
export function useVmCounts(q?: string, ready = true) {
  const polling = usePolling();
  return useQuery({
    ...vmCountsQuery(q),
    placeholderData: keepPreviousData,
    enabled: ready,
    refetchInterval: ({ state }) => (state.data?.moved ? QUIET_MILLIS : polling),
  });
}
