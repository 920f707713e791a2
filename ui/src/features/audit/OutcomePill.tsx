import { useTranslation } from 'react-i18next';
import type { AuditOutcome } from '@/api/schema';
import { Pill } from '@/components/Pill';

export function OutcomePill({ outcome }: { outcome: AuditOutcome }) {
  const { t } = useTranslation();
  return outcome === 'DONE' ? (
    <Pill tone="quiet" shape="done">
      {t('audit.outcome.DONE')}
    </Pill>
  ) : (
    <Pill tone="fail" shape="broken">
      {t('audit.outcome.REFUSED')}
    </Pill>
  );
}
