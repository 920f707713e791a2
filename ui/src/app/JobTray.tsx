import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePolling } from '@/api/live';
import { Glyph } from '@/components/Glyph';
import { Icon } from '@/components/icons';
import { usePopover } from '@/components/usePopover';
import { JobProgress } from '@/domain/JobProgress';
import { runningJobsQuery, type RunningJob } from '@/domain/runningJobs';
import { useJobName } from '@/domain/useJobName';
import { cx } from '@/lib/cx';

const MOST_SHOWN = 20;

/** How many jobs run at the moment, and on demand which. */
export function JobTray() {
  const { t } = useTranslation();
  const id = useId();
  const { anchor, panel, open, show, hide } = usePopover<HTMLButtonElement, HTMLElement>();
  const { data } = useQuery({ ...runningJobsQuery, refetchInterval: usePolling() });
  const jobs = data?.items ?? [];
  const more = !!data?.nextCursor;
  const label = t(more ? 'frame.runningMore' : 'frame.running', { count: jobs.length });
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={open ? hide : show}
        className={cx(
          'flex h-9 min-w-9 items-center justify-center gap-2 rounded-control px-2 font-medium transition-colors hover:bg-sunken aria-expanded:bg-sunken',
          jobs.length > 0 ? 'text-busy' : 'text-ink-faint hover:text-ink',
        )}
      >
        {jobs.length > 0 ? (
          <>
            <Glyph shape="working" className="size-4.5" />
            <span aria-hidden="true">
              {jobs.length}
              {more && '+'}
            </span>
          </>
        ) : (
          <Icon name="jobs" />
        )}
      </button>
      {open && (
        <section
          ref={panel}
          id={id}
          popover="auto"
          aria-label={t('frame.runningJobs')}
          className="fixed m-0 w-96 max-w-[calc(100vw-1rem)] rounded-panel border border-line bg-raised text-ink shadow-raised"
        >
          <div className="max-h-[min(28rem,70dvh)] scroll-quiet overflow-y-auto">
            {jobs.length === 0 ? (
              <p className="px-5 py-6 text-center text-ink-soft">{t('frame.nothingRuns')}</p>
            ) : (
              <ul className="divide-y divide-line">
                {jobs.slice(0, MOST_SHOWN).map((job) => (
                  <RunningJobRow key={job.id} job={job} onFollow={hide} />
                ))}
              </ul>
            )}
          </div>
          <Link
            to="/jobs"
            onClick={hide}
            className="flex h-10 items-center justify-center rounded-b-panel border-t border-line text-sm text-ink-soft hover:bg-hover hover:text-ink"
          >
            {t('frame.allJobs')}
          </Link>
        </section>
      )}
    </>
  );
}

function RunningJobRow({ job, onFollow }: { job: RunningJob; onFollow: () => void }) {
  const name = useJobName()(job);
  return (
    <li className="relative space-y-1.5 px-5 py-3 hover:bg-hover">
      <p className="flex gap-2">
        <Link
          to={`/jobs/${job.id}`}
          onClick={onFollow}
          className="shrink-0 font-medium after:absolute after:inset-0"
        >
          {name}
        </Link>
        <span className="truncate text-ink-soft">{job.subject.name}</span>
      </p>
      <JobProgress job={job} />
    </li>
  );
}
