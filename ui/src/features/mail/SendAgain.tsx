import { useTranslation } from 'react-i18next';
import type { Mail } from '@/api/schema';
import { Button } from '@/components/Button';
import { useToast } from '@/components/toasts';
import { useProblemText } from '@/components/useProblemText';
import { useSendAgain } from './queries';

/** Sends a mail that nobody sends by themselves any more. */
export function SendAgain({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  const say = useToast();
  const problemText = useProblemText();
  const again = useSendAgain(mail.id);
  const possible = mail.state === 'OUTBOX' || mail.state === 'DEAD';
  return (
    <Button
      icon="reboot"
      look={possible ? 'primary' : 'secondary'}
      unavailable={!possible || again.isPending}
      onClick={() => {
        again.mutate(undefined, {
          onSuccess: () => {
            say(t('mail.queuedAgain'));
          },
          onError: (error) => {
            say(problemText(error), 'fail');
          },
        });
      }}
    >
      {mail.state === 'OUTBOX' ? t('mail.send') : t('mail.sendAgain')}
    </Button>
  );
}
