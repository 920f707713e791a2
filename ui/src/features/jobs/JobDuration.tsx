import type { Job } from '@/api/schema';
import { Duration } from '@/components/Duration';

/** How long a job took: from its only start, or over all of its attempts with the waits between them. */
export function JobDuration({
  job,
}: {
  job: Pick<Job, 'attempt' | 'createdAt' | 'startedAt' | 'finishedAt'>;
}) {
  if (!job.startedAt) return null;
  return <Duration from={job.attempt > 1 ? job.createdAt : job.startedAt} to={job.finishedAt} />;
}
