import type { Job } from '@/api/schema';
import { useContributed } from '@/contributions/context';
import { useLabel } from '@/contributions/texts';

/** What a job does, in words; a kind that nobody on the page knows keeps its technical name. */
export function useJobName(): (job: Pick<Job, 'kind' | 'action'>) => string {
  const kinds = useContributed('jobKinds');
  const label = useLabel();
  return ({ kind, action }) => {
    const ofKind = kinds.filter(({ item }) => item.kind === kind);
    const known =
      ofKind.find(({ item }) => item.action === (action ?? undefined)) ??
      ofKind.find(({ item }) => item.action === undefined);
    return known ? label(known.by, known.item.label) : kind;
  };
}
