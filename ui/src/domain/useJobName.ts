import type { Job } from '@/api/schema';
import type { JobKind } from '@/contributions/contribution';
import { useContributed } from '@/contributions/context';
import type { Contributed } from '@/contributions/registry';
import { useLabel } from '@/contributions/texts';

type Kind = Pick<Job, 'kind' | 'action'>;

/** What a job does, in words; a kind that nobody on the page knows keeps its technical name. */
export function useJobName(): (job: Kind) => string {
  const kindOf = useJobKind();
  const label = useLabel();
  return (job) => {
    const known = kindOf(job);
    return known ? label(known.by, known.item.label) : job.kind;
  };
}

/** What is contributed about jobs like this one: about its action if there is that, else about its kind. */
export function useJobKind(): (job: Kind) => Contributed<JobKind> | undefined {
  const kinds = useContributed('jobKinds');
  return ({ kind, action }) => {
    const ofKind = kinds.filter(({ item }) => item.kind === kind);
    return (
      ofKind.find(({ item }) => item.action === (action ?? undefined)) ??
      ofKind.find(({ item }) => item.action === undefined)
    );
  };
}
