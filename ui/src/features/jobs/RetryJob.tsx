import { useTranslation } from 'react-i18next';
import type { Job } from '@/api/schema';
import { Button } from '@/components/Button';
import { canRetry } from '@/domain/jobStates';
import { useRetry } from './useRetry';

export function RetryJob({ job }: { job: Job }) {
  const { t } = useTranslation();
  const retry = useRetry();
  return (
    <Button
      icon="reboot"
      unavailable={!canRetry(job.state) || retry.pending}
      onClick={() => {
        retry.one(job.id);
      }}
    >
      {t('job.retry')}
    </Button>
  );
}
