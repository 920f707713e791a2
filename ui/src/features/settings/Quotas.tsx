import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Usage } from '@/api/schema';
import { CardState } from '@/components/CardState';
import { Meter } from '@/components/Meter';
import { Panel } from '@/components/Panel';
import { memorySize } from '@/lib/format';

const usageQuery = queryOptions({
  queryKey: keys.usage,
  queryFn: ({ signal }) => api.get<Usage>('/api/profile/usage', { signal }),
});

/** What the reader has, of what they may have. */
export function Quotas() {
  const { t, i18n } = useTranslation();
  const usage = useQuery(usageQuery);
  const count = (value: number) => value.toLocaleString(i18n.language);
  const memory = (mib: number) => {
    const { unit, value } = memorySize(mib);
    return t(`unit.${unit}`, { value });
  };
  const units: Record<keyof Usage, (value: number) => string> = {
    vms: count,
    vcpus: count,
    memoryMib: memory,
    diskGib: (gib) => t('unit.gigabyte', { value: gib }),
  };
  const names: Record<keyof Usage, string> = {
    vms: t('vm.list.title'),
    vcpus: t('vm.field.vcpus'),
    memoryMib: t('vm.field.memory'),
    diskGib: t('vm.field.disk'),
  };
  return (
    <Panel title={t('settings.quotas')} className="max-w-2xl">
      <CardState query={usage} height="h-32">
        {(shares) => (
          <div className="space-y-4 px-5 py-4">
            {(Object.keys(names) as (keyof Usage)[]).map((name) => (
              <Meter
                key={name}
                label={names[name]}
                used={shares[name].used}
                total={shares[name].limit}
                text={t('host.usedOf', {
                  used: units[name](shares[name].used),
                  total: units[name](shares[name].limit),
                })}
              />
            ))}
            <p className="text-sm text-ink-faint">{t('settings.quotasHint')}</p>
          </div>
        )}
      </CardState>
    </Panel>
  );
}
