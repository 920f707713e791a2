import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePolling } from '@/api/live';
import { detailOf } from '@/api/problem';
import type { Job } from '@/api/schema';
import { Button, IconButton } from '@/components/Button';
import { LoadError } from '@/components/LoadError';
import { Panel } from '@/components/Panel';
import { QuietLink } from '@/components/QuietLink';
import { Skeleton } from '@/components/Skeleton';
import { JobProgress } from '@/domain/JobProgress';
import { JobStatePill } from '@/domain/JobStatePill';
import { canRetry } from '@/domain/jobStates';
import { JobSubject } from './JobSubject';
import { PartsResult } from './PartsResult';
import { jobListQuery } from './queries';
import { useRetry } from './useRetry';

/** The parts of a job, each with what became of it; those that failed come first. */
export function JobParts({ job }: { job: Job }) {
  const { t } = useTranslation();
  const retry = useRetry();
  const { failed, all, parts, more } = useParts(job.id);
  const lost = job.result?.failed ?? 0;
  return (
    <Panel
      title={t('job.parts.title')}
      actions={
        <span className="flex flex-wrap items-center justify-end gap-x-4 gap-y-1">
          {job.result && <PartsResult result={job.result} />}
          <QuietLink to={`/jobs?parent=${job.id}`}>{t('job.parts.list')}</QuietLink>
        </span>
      }
    >
      {lost > 0 && (
        <div className="border-b border-line px-5 py-3">
          <Button
            icon="reboot"
            unavailable={retry.pending}
            onClick={() => {
              retry.partsOf(job.id);
            }}
          >
            {t('job.parts.retry', { count: lost })}
          </Button>
        </div>
      )}
      {all.isPending && <Skeleton className="m-5 h-24 opacity-60" />}
      {all.error && !all.data && (
        <LoadError
          error={all.error}
          title={t('job.parts.unread')}
          onRetry={() => void all.refetch()}
        />
      )}
      {all.data && failed.data && parts.length === 0 && (
        <p className="p-5 text-ink-faint">{t('job.parts.none')}</p>
      )}
      <ul className="divide-y divide-line">
        {parts.map((part) => (
          <Part key={part.id} part={part} onRetry={retry.one} />
        ))}
      </ul>
      {more && (
        <div className="flex justify-center border-t border-line p-3">
          <Button look="ghost" onClick={more}>
            {t('job.parts.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function useParts(parent: string) {
  const polling = usePolling();
  const failed = useInfiniteQuery({
    ...jobListQuery({ parent, state: 'DISCARDED' }),
    refetchInterval: polling,
  });
  const all = useInfiniteQuery({ ...jobListQuery({ parent }), refetchInterval: polling });
  const others = all.data?.filter(({ state }) => state !== 'DISCARDED') ?? [];
  const next = [failed, all].find(({ hasNextPage }) => hasNextPage);
  return {
    failed,
    all,
    parts: [...(failed.data ?? []), ...(failed.hasNextPage ? [] : others)],
    more: next && (() => void next.fetchNextPage()),
  };
}

function Part({ part, onRetry }: { part: Job; onRetry: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-4 gap-y-1 px-5 py-2.5">
      <span className="min-w-0 truncate font-medium">
        <JobSubject subject={part.subject} />
      </span>
      <Link to={`/jobs/${part.id}`} aria-label={t('job.parts.open', { name: part.subject.name })}>
        <JobStatePill state={part.state} />
      </Link>
      {canRetry(part.state) ? (
        <IconButton
          icon="reboot"
          label={t('job.parts.retryOne', { name: part.subject.name })}
          onClick={() => {
            onRetry(part.id);
          }}
        />
      ) : (
        <span className="size-8" />
      )}
      {part.problem && part.state !== 'COMPLETED' && (
        <p className="col-span-3 text-sm text-pretty text-fail">{detailOf(part.problem)}</p>
      )}
      {(part.state === 'RUNNING' || part.state === 'RETRYABLE') && (
        <div className="col-span-3">
          <JobProgress job={part} />
        </div>
      )}
    </li>
  );
}
