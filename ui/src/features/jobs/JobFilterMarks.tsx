import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '@/api/schema';
import { Icon } from '@/components/icons';
import { useJobName } from '@/domain/useJobName';
import { jobQuery } from './queries';
import type { JobFilterName } from './filterTerms';
import type { JobAddress } from './useJobAddress';

/** To what the list is narrowed that can't be chosen above it, each with what takes that away. */
export function JobFilterMarks({
  address: { filter, setFilter },
  jobs,
}: {
  address: JobAddress;
  jobs: readonly Job[] | undefined;
}) {
  const { t } = useTranslation();
  const jobName = useJobName();
  const { subject, parent } = filter;
  const { data: whole } = useQuery({ ...jobQuery(parent ?? ''), enabled: parent !== undefined });
  if (subject === undefined && parent === undefined) return null;
  const named = jobs?.find((job) => job.subject.id === subject)?.subject.name;
  return (
    <ul className="mb-4 flex flex-wrap gap-2">
      {subject !== undefined && (
        <Mark name="subject" text={t('job.list.of', { name: named ?? subject })} take={setFilter} />
      )}
      {parent !== undefined && (
        <Mark
          name="parent"
          text={t('job.list.partsOf', {
            name: whole ? `${jobName(whole)} (${whole.subject.name})` : parent,
          })}
          to={`/jobs/${parent}`}
          take={setFilter}
        />
      )}
    </ul>
  );
}

function Mark({
  name,
  text,
  to,
  take,
}: {
  name: JobFilterName;
  text: string;
  to?: string;
  take: JobAddress['setFilter'];
}) {
  const { t } = useTranslation();
  return (
    <li className="flex h-8 items-center gap-1 rounded-full border border-line-strong bg-surface pr-1 pl-3">
      {to ? (
        <Link to={to} className="underline-offset-4 hover:underline">
          {text}
        </Link>
      ) : (
        text
      )}
      <button
        type="button"
        aria-label={t('job.list.remove', { name: text })}
        title={t('job.list.remove', { name: text })}
        onClick={() => {
          take(name, undefined);
        }}
        className="inline-grid size-6 place-items-center rounded-full text-ink-faint hover:bg-sunken hover:text-ink"
      >
        <Icon name="close" className="size-4" />
      </button>
    </li>
  );
}
