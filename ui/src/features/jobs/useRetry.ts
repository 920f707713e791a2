import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '@/components/toasts';
import { useProblemText } from '@/components/useProblemText';
import { useRetryJob, useRetryParts } from './queries';

/** Begins a job again, or those of its parts that were given up, and tells how that went. */
export function useRetry() {
  const { t } = useTranslation();
  const say = useToast();
  const problemText = useProblemText();
  const { give: retry, isPending: retries } = useRetryJob();
  const { give: retryParts, isPending: retriesParts } = useRetryParts();
  const refused = useCallback(
    (error: unknown) => {
      say(problemText(error), 'fail');
    },
    [say, problemText],
  );
  return {
    pending: retries || retriesParts,
    one: useCallback(
      (id: string) => {
        retry(id).then(() => {
          say(t('job.retried'));
        }, refused);
      },
      [retry, say, t, refused],
    ),
    partsOf: useCallback(
      (id: string) => {
        retryParts(id).then(() => {
          say(t('job.parts.retried'));
        }, refused);
      },
      [retryParts, say, t, refused],
    ),
  };
}
