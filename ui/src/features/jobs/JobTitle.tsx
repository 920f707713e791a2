import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '@/components/icons';
import { QuietLink } from '@/components/QuietLink';
import { JobIcon } from '@/domain/JobIcon';
import { useJobName } from '@/domain/useJobName';
import { cx } from '@/lib/cx';
import type { JobRow } from './jobTree';

/** What a job does, as a link to its page; of one with parts, also what unfolds them. */
export function JobTitle({ job, fold }: { job: JobRow; fold: ((id: string) => void) | undefined }) {
  const { t } = useTranslation();
  const name = useJobName()(job);
  return (
    <span className={cx('flex min-w-0 items-center gap-2.5', job.part && 'pl-8')}>
      {fold && job.result && (
        <button
          type="button"
          aria-expanded={!!job.unfolded}
          aria-label={t('job.list.partsOf', { name: `${name} (${job.subject.name})` })}
          onClick={() => {
            fold(job.id);
          }}
          className="-my-1 -mr-1 -ml-2 inline-grid size-8 shrink-0 place-items-center rounded-control text-ink-faint hover:bg-sunken hover:text-ink"
        >
          <Icon
            name="chevron"
            className={cx('size-4 transition-transform', job.unfolded && 'rotate-90')}
          />
        </button>
      )}
      <JobIcon job={job} className="size-4.5 shrink-0 text-ink-faint" />
      <span className="min-w-0">
        {job.part && <span className="sr-only">{t('job.list.part')} </span>}
        <Link
          to={`/jobs/${job.id}`}
          className="block truncate font-medium decoration-line-strong underline-offset-4 hover:underline"
        >
          {name}
        </Link>
        {job.unfolded === 'some' && (
          <QuietLink to={`/jobs?parent=${job.id}`}>{t('job.list.allParts')}</QuietLink>
        )}
        {job.unfolded === 'failed' && (
          <span className="block text-sm text-fail">{t('job.parts.unread')}</span>
        )}
      </span>
    </span>
  );
}
