import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '@/api/schema';
import type { ListColumn } from '@/components/list/column';
import { RelativeTime } from '@/components/RelativeTime';
import { JobIcon } from '@/domain/JobIcon';
import { JobStatePill } from '@/domain/JobStatePill';
import { isWithoutAttempt } from '@/domain/jobStates';
import { useJobName } from '@/domain/useJobName';
import { JobCourse } from './JobCourse';
import { JobDuration } from './JobDuration';
import { JobSubject } from './JobSubject';

export function useJobColumns(): ListColumn<Job>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'kind',
        label: t('job.field.kind'),
        always: true,
        bare: true,
        headClass: 'md:w-[20%]',
        cellClass: '',
        cell: (job) => <JobLink job={job} />,
      },
      {
        id: 'state',
        label: t('job.field.state'),
        bare: true,
        headClass: 'md:w-36',
        cellClass: 'justify-self-end',
        cell: ({ state }) => <JobStatePill state={state} />,
      },
      {
        id: 'subject',
        label: t('job.field.subject'),
        bare: true,
        headClass: 'md:w-[18%]',
        cellClass: 'col-span-2 truncate text-ink-soft',
        cell: ({ subject }) => <JobSubject subject={subject} />,
      },
      {
        id: 'progress',
        label: t('job.field.progress'),
        bare: true,
        cell: (job) => <JobCourse job={job} />,
      },
      {
        id: 'attempt',
        label: t('job.field.attempt'),
        headClass: 'md:w-28 md:@max-[52rem]:hidden',
        cellClass: 'col-span-2 text-sm text-ink-soft md:@max-[52rem]:hidden',
        cell: (job) =>
          isWithoutAttempt(job)
            ? ''
            : t('job.attemptOf', { attempt: job.attempt, max: job.maxAttempts }),
      },
      {
        id: 'created',
        label: t('job.field.created'),
        headClass: 'md:w-32 md:@max-[42rem]:hidden',
        cellClass: 'col-span-2 text-sm text-ink-soft md:@max-[42rem]:hidden',
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      },
      {
        id: 'duration',
        label: t('job.field.duration'),
        hidden: true,
        headClass: 'md:w-28',
        cellClass: 'col-span-2 text-sm text-ink-soft',
        cell: (job) => <JobDuration job={job} />,
      },
      {
        id: 'owner',
        label: t('job.field.owner'),
        hidden: true,
        headClass: 'md:w-44',
        cellClass: 'col-span-2 truncate text-sm text-ink-soft',
        cell: ({ owner }) => owner.email,
      },
      {
        id: 'priority',
        label: t('job.field.priority'),
        hidden: true,
        headClass: 'md:w-28',
        cellClass: 'col-span-2 text-sm text-ink-soft',
        cell: ({ priority }) => t(`job.priority.${priority}`),
      },
    ],
    [t],
  );
}

function JobLink({ job }: { job: Job }) {
  const name = useJobName()(job);
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <JobIcon job={job} className="size-4.5 shrink-0 text-ink-faint" />
      <Link
        to={`/jobs/${job.id}`}
        className="min-w-0 truncate font-medium decoration-line-strong underline-offset-4 hover:underline"
      >
        {name}
      </Link>
    </span>
  );
}
