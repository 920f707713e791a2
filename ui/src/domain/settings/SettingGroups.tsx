import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import type { SettingGroup } from '@/api/schema';
import { LoadError } from '@/components/LoadError';
import { Skeleton } from '@/components/Skeleton';
import { SettingGroupPanel } from './SettingGroupPanel';
import { settingsQuery } from './queries';

/** Groups of settings below each other. */
export function SettingGroups({
  which,
  actions,
}: {
  which: (group: SettingGroup) => boolean;
  actions?: (group: SettingGroup) => ReactNode;
}) {
  const { t } = useTranslation();
  const groups = useQuery({ ...settingsQuery, refetchInterval: usePolling() });
  if (groups.error && !groups.data) {
    return (
      <LoadError
        error={groups.error}
        title={t('settings.failed')}
        onRetry={() => void groups.refetch()}
      />
    );
  }
  return (
    <div className="space-y-6">
      {groups.data ? (
        groups.data
          .filter(which)
          .map((group) => (
            <SettingGroupPanel key={group.pid} group={group} actions={actions?.(group)} />
          ))
      ) : (
        <Skeleton className="h-64 max-w-2xl" />
      )}
    </div>
  );
}
