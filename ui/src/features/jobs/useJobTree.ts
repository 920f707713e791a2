import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { usePolling } from '@/api/live';
import type { Job, JobPage } from '@/api/schema';
import { withParts, type Parts } from './jobTree';
import { firstPartsQuery } from './queries';

const NONE: readonly string[] = [];

/**
 * Jobs that stand for others, whose parts can be unfolded below them.
 *
 * @param folding whether that can be done at all: where parts are listed themselves, they don't stand below others as well
 */
export function useJobTree(jobs: readonly Job[] | undefined, folding: boolean) {
  const polling = usePolling();
  const [ids, setIds] = useState<readonly string[]>([]);
  const unfolded = folding ? ids : NONE;
  const parts = useQueries({
    queries: unfolded.map((id) => ({ ...firstPartsQuery(id), refetchInterval: polling })),
    combine: partsOf,
  });
  const rows = useMemo(
    () => jobs && withParts(jobs, new Map(parts.map((each, i) => [unfolded[i] ?? '', each]))),
    [jobs, unfolded, parts],
  );
  const fold = useCallback((id: string) => {
    setIds((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]));
  }, []);
  const below = rows && jobs ? rows.length - jobs.length : 0;
  return { rows, below, fold: folding ? fold : undefined };
}

function partsOf(results: UseQueryResult<JobPage>[]): Parts[] {
  return results.map(({ data, isError }) => ({ page: data, failed: isError }));
}
