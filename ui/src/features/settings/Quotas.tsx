import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Usage } from '@/api/schema';
import { CardState } from '@/components/CardState';
import { Panel } from '@/components/Panel';
import { UsageMeters } from '@/domain/UsageMeters';

const usageQuery = queryOptions({
  queryKey: keys.usage,
  queryFn: ({ signal }) => api.get<Usage>('/api/profile/usage', { signal }),
});

/** What the reader has, of what they may have. */
export function Quotas() {
  const { t } = useTranslation();
  const usage = useQuery(usageQuery);
  return (
    <Panel title={t('settings.quotas')} className="max-w-2xl">
      <CardState query={usage} height="h-32">
        {(shares) => (
          <div className="space-y-4 px-5 py-4">
            <UsageMeters usage={shares} />
            <p className="text-sm text-ink-faint">{t('settings.quotasHint')}</p>
          </div>
        )}
      </CardState>
    </Panel>
  );
}
