import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { useToast } from '@/components/toasts';
import { useProblemText } from '@/components/useProblemText';
import { useSendTest } from './queries';

/** Sends a mail to whoever asks, and leads to it. */
export function SendTest() {
  const { t } = useTranslation();
  const say = useToast();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const test = useSendTest();
  return (
    <Button
      icon="mail"
      unavailable={test.isPending}
      onClick={() => {
        test.mutate(undefined, {
          onSuccess: ({ subject }) => void navigate(`/mails/${subject.id}`),
          onError: (error) => {
            say(problemText(error), 'fail');
          },
        });
      }}
    >
      {t('mail.test')}
    </Button>
  );
}
