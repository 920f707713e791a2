import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { PasswordForm } from './PasswordForm';
import { useLogout } from './queries';
import { SessionFrame } from './SessionFrame';

/** Stands before everything else while the password is one that others may know. */
export function PasswordPage() {
  const { t } = useTranslation();
  const logout = useLogout();
  const title = t('password.title');

  useEffect(() => {
    document.title = `${title} · OBox`;
  }, [title]);

  return (
    <SessionFrame>
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-2 mb-8 text-pretty text-ink-soft">{t('password.lead')}</p>
      <PasswordForm />
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
