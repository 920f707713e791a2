import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { LoginForm } from './LoginForm';
import { meQuery } from './queries';
import { SessionFrame } from './SessionFrame';

/** Where a visitor wanted to go before being asked to log in. */
export interface LoginState {
  from?: string;
}

export function LoginPage() {
  const { t } = useTranslation();
  const location = useLocation();
  const { data: me } = useQuery(meQuery);
  const title = t('login.title');

  useEffect(() => {
    document.title = `${title} · OBox`;
  }, [title]);

  if (me) {
    const from = (location.state as LoginState | null)?.from;
    return <Navigate to={from ?? '/vms'} replace />;
  }
  return (
    <SessionFrame>
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-2 mb-8 text-ink-soft">{t('login.lead')}</p>
      <LoginForm />
    </SessionFrame>
  );
}
