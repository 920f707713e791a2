import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { Button } from '@/components/Button';
import { useLogout } from '../queries';
import { SessionFrame } from '../SessionFrame';
import { EnrolSteps } from './EnrolSteps';

/**
 * Stands before everything else while an administrator must have a second factor and has none.
 *
 * @param onDone hears that it is set up, and that its recovery codes are kept
 */
export function EnrolPage({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const logout = useLogout();
  const title = t('factor.enrolTitle');

  useEffect(() => {
    document.title = `${title} · OBox`;
  }, [title]);

  const goOn = async () => {
    await queryClient.invalidateQueries({ queryKey: keys.me });
    onDone();
  };

  return (
    <SessionFrame>
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-2 mb-6 text-pretty text-ink-soft">{t('factor.mustLead')}</p>
      <EnrolSteps onDone={() => void goOn()} />
      <Button
        look="ghost"
        className="mt-3 w-full"
        onClick={() => {
          logout.mutate();
        }}
      >
        {t('session.logout')}
      </Button>
    </SessionFrame>
  );
}
