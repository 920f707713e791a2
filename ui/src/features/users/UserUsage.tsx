import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CardState } from '@/components/CardState';
import { Panel } from '@/components/Panel';
import { UsageMeters } from '@/domain/UsageMeters';
import { userUsageQuery } from './queries';

/** What an account has, of what it may have. */
export function UserUsage({ id }: { id: string }) {
  const { t } = useTranslation();
  const usage = useQuery(userUsageQuery(id));
  return (
    <Panel title={t('user.usage')}>
      <CardState query={usage} height="h-32">
        {(shares) => (
          <div className="space-y-4 px-5 py-4">
            <UsageMeters usage={shares} />
          </div>
        )}
      </CardState>
    </Panel>
  );
}
