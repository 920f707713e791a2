import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '@/api/schema';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useCancelJob } from './queries';
import { canCancel } from '@/domain/jobStates';

export function CancelJob({ job }: { job: Job }) {
  const { t } = useTranslation();
  const say = useToast();
  const cancel = useCancelJob();
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    cancel.abandon();
  };
  const confirm = () => {
    cancel.mutate(job.id, {
      onSuccess: () => {
        say(t('job.cancelled'));
        close();
      },
    });
  };
  return (
    <>
      <Button
        icon="close"
        unavailable={!canCancel(job.state)}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('job.cancel')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('job.cancelTitle')}
          text={<p>{t('job.cancelText')}</p>}
          confirm={t('job.cancel')}
          keep={t('job.cancelKeep')}
          busy={cancel.isPending}
          error={cancel.error && <ProblemNotice error={cancel.error} />}
          onConfirm={confirm}
          onClose={close}
        />
      )}
    </>
  );
}
