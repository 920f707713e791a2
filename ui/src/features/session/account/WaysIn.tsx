import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QuietLink } from '@/components/QuietLink';
import { termsQuery } from './queries';

/** What else there is for whoever can't log in. */
export function WaysIn() {
  const { t } = useTranslation();
  const { data: terms } = useQuery(termsQuery);
  return (
    <p className="mt-6 flex flex-wrap justify-between gap-x-6 gap-y-2 text-ink-soft">
      <QuietLink to="/forgot">{t('account.forgot.link')}</QuietLink>
      {terms?.open && <QuietLink to="/register">{t('account.register.link')}</QuietLink>}
    </p>
  );
}
