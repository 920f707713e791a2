import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useToast } from '@/components/toasts';
import { useProblemText } from '@/components/useProblemText';
import { useVerify } from './queries';

/** Says whether what was recorded is as it was, and where not. */
export function Verify() {
  const { t } = useTranslation();
  const say = useToast();
  const problemText = useProblemText();
  const verify = useVerify();
  return (
    <Button
      icon="check"
      unavailable={verify.isPending}
      onClick={() => {
        verify.mutate(undefined, {
          onSuccess: ({ sound, records, wrong }) => {
            if (sound) say(t('audit.sound', { count: records }));
            else say(t('audit.wrong', { number: wrong }), 'fail');
          },
          onError: (error) => {
            say(problemText(error), 'fail');
          },
        });
      }}
    >
      {t('audit.verify')}
    </Button>
  );
}
