import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Icon } from '@/components/icons';
import { Notice } from '@/components/Notice';

/** In the place of something contributed that has a fault. */
export function SlotFault({
  name,
  error,
  small,
  onRetry,
}: {
  name: string;
  error: Error;
  small: boolean;
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  const title = t('contribution.fault', { name });
  if (small) {
    return (
      <span title={`${title}: ${error.message}`} className="inline-flex text-fail">
        <Icon name="alert" className="size-4.5" />
        <span className="sr-only">{title}</span>
      </span>
    );
  }
  return (
    <Notice tone="fail" title={title}>
      <p className="break-words">{error.message}</p>
      <p className="text-ink-soft">{t('contribution.remedy', { name })}</p>
      <Button icon="reboot" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </Notice>
  );
}
