import { useTranslation } from 'react-i18next';
import type { Usage } from '@/api/schema';
import { Meter } from '@/components/Meter';
import { memorySize } from '@/lib/format';

/** Of everything that is counted, how much somebody has and may have. */
export function UsageMeters({ usage }: { usage: Usage }) {
  const { t, i18n } = useTranslation();
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
  return (Object.keys(names) as (keyof Usage)[]).map((name) => (
    <Meter
      key={name}
      label={names[name]}
      used={usage[name].used}
      total={usage[name].limit}
      text={t('host.usedOf', {
        used: units[name](usage[name].used),
        total: units[name](usage[name].limit),
      })}
    />
  ));
}
