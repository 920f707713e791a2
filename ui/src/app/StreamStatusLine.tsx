import { useTranslation } from 'react-i18next';
import { useStreamStatus } from '@/api/live';
import { cx } from '@/lib/cx';

/** Whether what the page shows is live, or fetched every few seconds. */
export function StreamStatusLine() {
  const { t } = useTranslation();
  const status = useStreamStatus();
  return (
    <p role="status" className="flex items-center gap-2 text-sm text-ink-soft">
      <span
        aria-hidden="true"
        className={cx(
          'size-2 rounded-full ring-1 ring-inset',
          status === 'live' && 'bg-light ring-live/40',
          status === 'connecting' && 'animate-breathe bg-line-strong ring-control',
          status === 'broken' && 'animate-breathe bg-warn ring-transparent',
        )}
      />
      {t(`stream.${status}`)}
    </p>
  );
}
