import { useTranslation } from 'react-i18next';
import { durationParts } from '@/lib/format';
import { useNow } from '@/lib/useNow';

/** How long something took, or has been going on. */
export function Duration({ from, to }: { from: string; to: string | null }) {
  const { t } = useTranslation();
  const now = useNow();
  const end = to === null ? now : Date.parse(to);
  const parts = durationParts(end - Date.parse(from));
  return (
    <span className="whitespace-nowrap">
      {parts.map(({ unit, value }) => t(`unit.${unit}`, { value })).join(' ')}
    </span>
  );
}
