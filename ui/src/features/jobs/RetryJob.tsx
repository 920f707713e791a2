import { useTranslation } from 'react-i18next';
import type { Job } from '@/api/schema';
import { Button } from '@/components/Button';
import { useToast } from '@/components/toasts';
import { useProblemText } from '@/components/useProblemText';
import { useRetryJob } from './queries';
import { canRetry } from '@/domain/jobStates';

export function RetryJob({ job }: { job: Job }) {
  const { t } = useTranslation();
  const say = useToast();
  const problemText = useProblemText();
  const retry = useRetryJob(job.id);
  return (
    <Button
      icon="reboot"
      unavailable={!canRetry(job.state) || retry.isPending}
      onClick={() => {
        retry.mutate(undefined, {
          onSuccess: () => {
            say(t('job.retried'));
          },
          onError: (error) => {
            say(problemText(error), 'fail');
          },
        });
      }}
    >
      {t('job.retry')}
    </Button>
  );
}
