import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/Button';
import { SessionFrame } from '../SessionFrame';

/** One step on the way to an account, or back into it. */
export function AccountPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · OBox`;
  }, [title]);
  return (
    <SessionFrame>
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-2 mb-8 text-pretty text-ink-soft" role="status">
        {lead}
      </p>
      {children}
      <LinkButton to="/login" look="ghost" className="mt-3 w-full">
        {t('account.toLogin')}
      </LinkButton>
    </SessionFrame>
  );
}
