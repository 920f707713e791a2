import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from '@/components/list/column';
import { RelativeTime } from '@/components/RelativeTime';
import { JobStatePill } from '@/domain/JobStatePill';
import { isWithoutAttempt } from '@/domain/jobStates';
import { JobCourse } from './JobCourse';
import { JobDuration } from './JobDuration';
import { JobSubject } from './JobSubject';
import { JobTitle } from './JobTitle';
import type { JobRow } from './jobTree';

/** @param fold shows the parts of a job below it, or hides them again; undefined where that can't be done */
export function useJobColumns(fold: ((id: string) => void) | undefined): ListColumn<JobRow>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'kind',
        label: t('job.field.kind'),
        always: true,
        bare: true,
        headClass: 'md:w-[26%]',
        cellClass: '',
        cell: (job) => <JobTitle job={job} fold={fold} />,
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
    [t, fold],
  );
}
