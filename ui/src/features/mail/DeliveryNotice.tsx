import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import { Notice } from '@/components/Notice';
import { mailDeliveryQuery } from './queries';

/** Says that mails stay where they are. */
export function DeliveryNotice() {
  const { t } = useTranslation();
  const { data: delivery } = useQuery({ ...mailDeliveryQuery, refetchInterval: usePolling() });
  if (delivery?.ready !== false) return null;
  return (
    <Notice tone="warn" title={t('mail.notSetUp')} className="mb-4">
      <p>{t('mail.notSetUpRemedy')}</p>
    </Notice>
  );
}
