import { useTranslation } from 'react-i18next';
import { moment, relativeTime } from '@/lib/format';
import { useNow } from '@/lib/useNow';

/** `3 min ago`; the exact time is one hover away. */
export function RelativeTime({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const now = useNow();
  const time = new Date(at);
  return (
    <time dateTime={at} title={moment(time, i18n.language)} className="whitespace-nowrap">
      {relativeTime(time.getTime(), now, i18n.language)}
    </time>
  );
}
