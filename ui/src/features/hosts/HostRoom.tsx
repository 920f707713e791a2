import { useTranslation } from 'react-i18next';
import type { Host } from '@/api/schema';
import { Meter } from '@/components/Meter';
import { hostSize } from '@/lib/format';

/** What VMs have been promised of a host, and what it has. */
export function HostRoom({ host }: { host: Host }) {
  const { t } = useTranslation();
  const size = (mib: number) => {
    const { unit, value } = hostSize(mib);
    return t(`unit.${unit}`, { value });
  };
  const disk = (gib: number) => size(1024 * gib);
  const shares = [
    { name: t('vm.field.vcpus'), used: host.used.vcpus, total: host.cpus, unit: String },
    { name: t('vm.field.memory'), used: host.used.memoryMib, total: host.memoryMib, unit: size },
    { name: t('vm.field.disk'), used: host.used.diskGib, total: host.storageGib, unit: disk },
  ];
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
      {shares.map(({ name, used, total, unit }) => (
        <Meter
          key={name}
          label={name}
          used={used}
          total={total}
          text={t('host.usedOf', { used: unit(used), total: unit(total) })}
        />
      ))}
    </div>
  );
}
