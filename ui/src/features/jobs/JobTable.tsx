import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { detailOf } from '@/api/problem';
import type { Job } from '@/api/schema';
import { RelativeTime } from '@/components/RelativeTime';
import { Cell, HeadCell, Row, Table } from '@/components/Table';
import { JobProgress } from '@/domain/JobProgress';
import { JobStatePill } from '@/domain/JobStatePill';
import { JobSubject } from './JobSubject';
import { JOB_STATES } from '@/domain/jobStates';
import { useJobName } from '@/domain/useJobName';

export function JobTable({ jobs }: { jobs: Job[] }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('job.list.title')}
      head={
        <>
          <HeadCell className="md:w-44">{t('job.field.kind')}</HeadCell>
          <HeadCell className="md:w-36">{t('job.field.state')}</HeadCell>
          <HeadCell className="md:w-52">{t('job.field.subject')}</HeadCell>
          <HeadCell>{t('job.field.progress')}</HeadCell>
          <HeadCell className="md:w-24">{t('job.field.attempt')}</HeadCell>
          <HeadCell className="md:w-32">{t('job.field.created')}</HeadCell>
        </>
      }
    >
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </Table>
  );
}

function JobRow({ job }: { job: Job }) {
  const { t } = useTranslation();
  const jobName = useJobName();
  return (
    <Row>
      <Cell>
        <Link
          to={`/jobs/${job.id}`}
          className="font-medium decoration-line-strong underline-offset-4 hover:underline"
        >
          {jobName(job)}
        </Link>
      </Cell>
      <Cell className="justify-self-end">
        <JobStatePill state={job.state} />
      </Cell>
      <Cell className="col-span-2 text-ink-soft">
        <JobSubject subject={job.subject} />
      </Cell>
      <Cell className="col-span-2">
        {JOB_STATES[job.state].final ? (
          job.problem && <p className="line-clamp-2 text-sm text-fail">{detailOf(job.problem)}</p>
        ) : (
          <div className="md:max-w-72">
            <JobProgress job={job} />
          </div>
        )}
      </Cell>
      <Cell className="text-sm text-ink-soft">
        {t('job.attemptOf', { attempt: job.attempt, max: job.maxAttempts })}
      </Cell>
      <Cell className="justify-self-end text-sm text-ink-soft">
        <RelativeTime at={job.createdAt} />
      </Cell>
    </Row>
  );
}
