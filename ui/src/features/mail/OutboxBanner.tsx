import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '@/components/icons';
import { useMe } from '@/domain/me';
import { mailDeliveryQuery, waitingMailQuery } from './queries';

/** Tells administrators that somebody waits for a mail which nobody sends. */
export function OutboxBanner() {
  const { t } = useTranslation();
  const enabled = useMe().role === 'ADMIN';
  const { data: waiting = false } = useQuery({ ...waitingMailQuery, enabled });
  const { data: delivery } = useQuery({ ...mailDeliveryQuery, enabled: enabled && waiting });
  if (!waiting || delivery?.ready !== false) return null;
  return (
    <aside
      aria-label={t('mail.title')}
      className="flex items-center gap-2.5 border-b border-line bg-warn-tint px-4 py-2 text-sm text-warn sm:px-8"
    >
      <Icon name="mail" className="size-4.5" />
      <p>
        <Link to="/mails?state=OUTBOX" className="font-semibold underline underline-offset-4">
          {t('mail.notSetUp')}
        </Link>
      </p>
    </aside>
  );
}
