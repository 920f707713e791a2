import { useTranslation } from 'react-i18next';
import type { JobSummary } from '@/api/schema';
import { ProgressBar } from '@/components/ProgressBar';
import { JOB_STATES } from './states';
import { useJobKind } from './useJobKind';

/** How far an unfinished job is, and what it does at the moment. */
export function JobProgress({ job }: { job: JobSummary }) {
  const { t } = useTranslation();
  const kindName = useJobKind();
  const { percent, step } = job.progress;
  const waiting = job.state !== 'RUNNING';
  if (JOB_STATES[job.state].final) return null;
  return (
    <div className="min-w-0">
      <div className="mb-1 flex justify-between gap-3 text-sm text-ink-soft">
        <span className="truncate">{waiting || !step ? t(`job.state.${job.state}`) : step}</span>
        <span className="tabular-nums">{t('common.percent', { value: percent })}</span>
      </div>
      <ProgressBar percent={percent} label={t('job.progressOf', { kind: kindName(job.kind) })} />
    </div>
  );
}
