import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import type { User } from '@/api/schema';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useLogout } from '../queries';
import { SessionFrame } from '../SessionFrame';
import { useResend } from './queries';

/** Stands before everything else until the address of the account is confirmed, which may happen in another window. */
export function UnverifiedPage({ me }: { me: User }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const logout = useLogout();
  const resend = useResend();
  const title = t('account.unverified.title');

  useEffect(() => {
    document.title = `${title} · OBox`;
  }, [title]);

  return (
    <SessionFrame>
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-2 mb-8 text-pretty text-ink-soft">
        {t('account.unverified.lead', { email: me.email })}
      </p>
      {resend.error && <ProblemNotice error={resend.error} className="mb-5" />}
      {resend.isSuccess && (
        <Notice
          tone="busy"
          icon="check"
          title={t('account.unverified.sent')}
          alert
          className="mb-5"
        />
      )}
      <div className="space-y-3">
        <Button
          look="primary"
          className="h-10 w-full"
          onClick={() => void queryClient.invalidateQueries({ queryKey: keys.me })}
        >
          {t('account.unverified.goOn')}
        </Button>
        <Button
          className="h-10 w-full"
          unavailable={resend.isPending}
          onClick={() => {
            resend.mutate();
          }}
        >
          {t('account.unverified.resend')}
        </Button>
        <Button
          look="ghost"
          className="w-full"
          onClick={() => {
            logout.mutate();
          }}
        >
          {t('session.logout')}
        </Button>
      </div>
    </SessionFrame>
  );
}
