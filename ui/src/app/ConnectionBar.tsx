import { useTranslation } from 'react-i18next';
import { useReach } from '@/api/reachability';
import { Icon } from '@/components/icons';

/** On top of everything while the server does not answer: what is shown below may no longer be so. */
export function ConnectionBar() {
  const { t, i18n } = useTranslation();
  const { asOf } = useReach();
  const time = new Date(asOf).toLocaleTimeString(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <p
      role="alert"
      className="sticky top-0 z-20 flex h-(--bar) items-center gap-2.5 bg-fail-solid px-4 text-sm text-paper sm:px-8 lg:col-span-2"
    >
      <Icon name="alert" className="size-4.5" />
      <strong className="font-semibold">{t('stream.notConnected', { time })}</strong>
      <span className="truncate max-sm:sr-only">{t('stream.notConnectedRemedy')}</span>
    </p>
  );
}
