import { useTranslation } from 'react-i18next';
import type { Job } from '@/api/schema';

/** How many parts of a job were done, have failed, and were skipped; what there is none of is not said. */
export function PartsResult({ result }: { result: NonNullable<Job['result']> }) {
  const { t } = useTranslation();
  const { done, failed, skipped } = result;
  return (
    <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
      <span>{t('job.parts.done', { count: done })}</span>
      {failed > 0 && (
        <span className="font-medium text-fail">{t('job.parts.failed', { count: failed })}</span>
      )}
      {skipped > 0 && <span>{t('job.parts.skipped', { count: skipped })}</span>}
    </span>
  );
}
