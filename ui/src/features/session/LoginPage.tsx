import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { Notice } from '@/components/Notice';
import { WaysIn } from './account/WaysIn';
import { LoginForm } from './LoginForm';
import { meQuery } from './queries';
import { SessionFrame } from './SessionFrame';

/** Where a visitor wanted to go before being asked to log in. */
export interface LoginState {
  from?: string;
  /** They were logged in, and the session has ended without their doing. */
  ended?: boolean;
}

export function LoginPage() {
  const { t } = useTranslation();
  const location = useLocation();
  const { data: me } = useQuery(meQuery);
  const title = t('login.title');

  useEffect(() => {
    document.title = `${title} · OBox`;
  }, [title]);

  const state = location.state as LoginState | null;
  if (me) return <Navigate to={state?.from ?? '/vms'} replace />;
  return (
    <SessionFrame>
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-2 mb-8 text-ink-soft">{t('login.lead')}</p>
      {state?.ended && (
        <Notice tone="warn" title={t('login.ended')} alert className="mb-6">
          {t('login.endedText')}
        </Notice>
      )}
      <LoginForm />
      <WaysIn />
    </SessionFrame>
  );
}
