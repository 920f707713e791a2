import { useState } from 'react';
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
  if (small) return <SmallFault title={title} error={error} onRetry={onRetry} />;
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

/** Where there is room for one line only: a sign, which says what happened to whoever asks it. */
function SmallFault({
  title,
  error,
  onRetry,
}: {
  title: string;
  error: Error;
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <span className="inline-flex flex-wrap items-center gap-2 text-fail">
      <button
        type="button"
        title={`${title}: ${error.message}`}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Icon name="alert" className="size-4.5" />
        <span className="sr-only">{title}</span>
      </button>
      {open && (
        <>
          <span className="break-words">{error.message}</span>
          <Button icon="reboot" onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        </>
      )}
    </span>
  );
}
