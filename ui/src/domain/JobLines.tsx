import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { detailOf } from '@/api/problem';
import type { Job } from '@/api/schema';
import { RelativeTime } from '@/components/RelativeTime';
import { JobIcon } from './JobIcon';
import { JobStatePill } from './JobStatePill';
import { useJobName } from './useJobName';
import { useWaitReason } from './useWaitReason';

/** Jobs, one on a line: what, of whom, how it went, when. */
export function JobLines({
  jobs,
  none,
  alike = false,
}: {
  jobs: Job[];
  none: string;
  /** All of them are in the same state, which need not be said of each. */
  alike?: boolean;
}) {
  if (jobs.length === 0) return <p className="px-5 py-6 text-center text-ink-soft">{none}</p>;
  return (
    <ul className="divide-y divide-line">
      {jobs.map((job) => (
        <JobLine key={job.id} job={job} alike={alike} />
      ))}
    </ul>
  );
}

function JobLine({ job, alike }: { job: Job; alike: boolean }) {
  const { t } = useTranslation();
  const name = useJobName()(job);
  const why = useWaitReason()(job) ?? (job.problem && detailOf(job.problem));
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-5 py-2.5 hover:bg-hover">
      <JobIcon job={job} />
      <p className="truncate">
        <Link to={`/jobs/${job.id}`} className="font-medium after:absolute after:inset-0">
          {name}
        </Link>{' '}
        <span className="text-ink-soft">{job.subject.name}</span>
      </p>
      <span className="flex items-center gap-3 text-sm text-ink-faint">
        {alike || job.state === 'COMPLETED' ? (
          <span className="sr-only">{t(`job.state.${job.state}`)}</span>
        ) : (
          <JobStatePill state={job.state} />
        )}
        <span className="w-20 text-right max-sm:w-auto">
          <RelativeTime at={job.finishedAt ?? job.createdAt} />
        </span>
      </span>
      {why && <p className="col-span-2 col-start-2 line-clamp-2 text-sm text-ink-soft">{why}</p>}
    </li>
  );
}
