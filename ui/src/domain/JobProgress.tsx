import { useTranslation } from 'react-i18next';
import type { Job } from '@/api/schema';
import { ProgressBar } from '@/components/ProgressBar';
import { say } from '@/i18n/say';
import { useJobName } from './useJobName';
import { useWaitReason } from './useWaitReason';

/** How far an unfinished job is, and what it does at the moment. */
export function JobProgress({
  job,
}: {
  job: Pick<Job, 'kind' | 'action' | 'state' | 'progress'> & Partial<Pick<Job, 'waitReason'>>;
}) {
  const { t } = useTranslation();
  const jobName = useJobName();
  const waitReason = useWaitReason();
  const { percent, step, stepCode, stepArgs } = job.progress;
  const { state } = job;
  if (state === 'COMPLETED' || state === 'DISCARDED' || state === 'CANCELLED') return null;
  return (
    <div className="min-w-0">
      <div className="mb-1 flex justify-between gap-3 text-sm text-ink-soft">
        <span className="truncate">
          {state === 'RUNNING' && step
            ? say({ text: step, code: stepCode, args: stepArgs })
            : (waitReason(job) ?? t(`job.waiting.${state}`))}
        </span>
        <span className="tabular-nums">{t('common.percent', { value: percent })}</span>
      </div>
      <ProgressBar percent={percent} label={t('job.progressOf', { kind: jobName(job) })} />
    </div>
  );
}
