import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '@/api/schema';
import type { MenuItem } from '@/components/Menu';
import { canRetry } from '@/domain/jobStates';
import { useRetry } from './useRetry';

/** What a row of the list of jobs offers. */
export function useJobMenu(): (job: Job) => MenuItem[] {
  const { t } = useTranslation();
  const { one, partsOf } = useRetry();
  return useCallback(
    ({ id, state, result, parentId, subject }: Job): MenuItem[] => [
      {
        id: 'retry',
        icon: 'reboot',
        label: t('job.retry'),
        unavailable: canRetry(state) ? undefined : t('job.notRetried'),
        run: () => {
          one(id);
        },
      },
      ...(result && result.failed > 0
        ? [
            {
              id: 'retry-parts',
              icon: 'reboot' as const,
              label: t('job.parts.retry', { count: result.failed }),
              run: () => {
                partsOf(id);
              },
            },
          ]
        : []),
      ...(result
        ? [
            {
              id: 'parts',
              icon: 'jobs' as const,
              label: t('job.parts.list'),
              to: `/jobs?parent=${id}`,
            },
          ]
        : []),
      ...(parentId
        ? [{ id: 'whole', icon: 'jobs' as const, label: t('job.whole'), to: `/jobs/${parentId}` }]
        : []),
      {
        id: 'alike',
        icon: 'search',
        label: t('job.list.of', { name: subject.name }),
        to: `/jobs?subject=${subject.id}`,
      },
    ],
    [t, one, partsOf],
  );
}
