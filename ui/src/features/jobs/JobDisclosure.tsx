import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '@/api/schema';
import { Icon } from '@/components/icons';
import { ProblemNotice } from '@/components/ProblemNotice';
import { RelativeTime } from '@/components/RelativeTime';
import { JobDuration } from './JobDuration';
import { JobLog } from './JobLog';
import { JobProgress } from '@/domain/JobProgress';
import { JobStatePill } from '@/domain/JobStatePill';
import { useJobName } from '@/domain/useJobName';

/** One job as a line that opens: its progress, what went wrong, and its log. */
export function JobDisclosure({
  job,
  open: openAtFirst,
  owner = false,
}: {
  job: Job;
  open: boolean;
  /** Whether it says who asked for it. */
  owner?: boolean;
}) {
  const { t } = useTranslation();
  const jobName = useJobName();
  // Undefined as long as the reader has not chosen: then a newer job takes over being open.
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? openAtFirst;
  return (
    <details
      open={open}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now !== open) setChosen(now);
      }}
      className="group/job"
    >
      <summary className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2 transition-colors hover:bg-hover">
        <Icon
          name="chevron"
          className="size-4 text-ink-faint transition-transform group-open/job:rotate-90"
        />
        <span className="font-medium">{jobName(job)}</span>
        <JobStatePill state={job.state} />
        <span className="ml-auto flex flex-wrap gap-x-4 text-sm text-ink-faint">
          {owner && <span className="max-sm:sr-only">{job.owner.email}</span>}
          <JobDuration job={job} />
          <RelativeTime at={job.createdAt} />
        </span>
      </summary>
      {open && (
        <div className="space-y-4 px-5 pt-1 pb-5">
          <JobProgress job={job} />
          {job.problem && <ProblemNotice error={job.problem} alert={false} />}
          <JobLog jobId={job.id} label={t('job.logOf', { kind: jobName(job) })} />
          <Link
            to={`/jobs/${job.id}`}
            className="inline-flex items-center gap-1 text-sm text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink"
          >
            {t('job.open')}
          </Link>
        </div>
      )}
    </details>
  );
}
