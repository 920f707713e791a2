import { useTranslation } from 'react-i18next';
import { memorySize } from '@/lib/format';

/** `2 vCPU · 2 GiB · 20 GiB disk`. */
export function VmSize({
  vcpus,
  memoryMib,
  diskGib,
}: {
  vcpus: number;
  memoryMib: number;
  diskGib: number;
}) {
  const { t } = useTranslation();
  const memory = memorySize(memoryMib);
  return (
    <span>
      {[
        t('vm.vcpus', { count: vcpus }),
        t(`unit.${memory.unit}`, { value: memory.value }),
        t('vm.disk', { size: t('unit.gigabyte', { value: diskGib }) }),
      ].join(' · ')}
    </span>
  );
}
