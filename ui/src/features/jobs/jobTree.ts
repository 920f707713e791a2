import type { Job, JobPage } from '@/api/schema';

/** What is known of the parts of a job that was unfolded. */
export interface Parts {
  page: JobPage | undefined;
  failed: boolean;
}

type Told = 'loading' | 'all' | 'some' | 'failed';

/** A job in the list, or a part of one, which stands below it. */
export interface JobRow extends Job {
  /** What stands below it, of a job that was unfolded: all of its parts, only some, or what could not be loaded. */
  unfolded?: Told;
  /** Whether it is a part of the job above. */
  part?: true;
}

/** Jobs with the parts of those that were unfolded below them. The other rows stay the objects that they are. */
export function withParts(jobs: readonly Job[], unfolded: ReadonlyMap<string, Parts>): JobRow[] {
  return jobs.flatMap((job): JobRow[] => {
    const parts = unfolded.get(job.id);
    if (!parts) return [job];
    const below = parts.page?.items.map((part): JobRow => ({ ...part, part: true })) ?? [];
    return [{ ...job, unfolded: toldOf(parts) }, ...below];
  });
}

function toldOf({ page, failed }: Parts): Told {
  if (page) return page.nextCursor === null ? 'all' : 'some';
  return failed ? 'failed' : 'loading';
}
