import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Host } from '@/api/schema';
import { Meter } from '@/components/Meter';
import { hostsQuery } from '@/domain/hosts';
import { hostSize, roughSize } from '@/lib/format';
import { countOf, unreadableNumbers } from './form';
import type { CreateForm } from './useCreateForm';

const MOST_HOSTS = 3;

/** What the chosen host has free, and what would be taken of that; of some where none is chosen. */
export function FreeRoom({ form }: { form: CreateForm }) {
  const { data: hosts = [] } = useQuery(hostsQuery);
  const { hostId } = form.values;
  const shown = hosts.filter(({ id, state }) => (hostId === '' ? state === 'UP' : id === hostId));
  const readable = unreadableNumbers(form.values).length === 0;
  const asked = (size: string) => (readable ? countOf(form.values) * Number(size) : 0);
  return shown
    .sort((one, other) => freeMemory(other) - freeMemory(one))
    .slice(0, MOST_HOSTS)
    .map((host) => (
      <Room
        key={host.id}
        host={host}
        memoryMib={asked(form.values.memoryMib)}
        diskGib={asked(form.values.diskGib)}
      />
    ));
}

function Room({ host, memoryMib, diskGib }: { host: Host; memoryMib: number; diskGib: number }) {
  const { t } = useTranslation();
  const memory = roughSize(freeMemory(host));
  const disk = hostSize(1024 * Math.max(0, host.storageGib - host.used.diskGib));
  return (
    <div className="mb-4 space-y-2 border-t border-line pt-3">
      <h2 className="text-sm font-medium">{host.name}</h2>
      <Meter
        label={t('vm.field.memory')}
        text={t('vm.create.free', { size: t(`unit.${memory.unit}`, { value: memory.value }) })}
        used={host.used.memoryMib}
        asked={memoryMib}
        total={host.memoryMib}
      />
      <Meter
        label={t('vm.field.disk')}
        text={t('vm.create.free', { size: t(`unit.${disk.unit}`, { value: disk.value }) })}
        used={host.used.diskGib}
        asked={diskGib}
        total={host.storageGib}
      />
      {/* processors are promised several times over */}
      <p className="flex justify-between gap-3 text-sm">
        <span className="text-ink-soft">{t('vm.create.processors', { count: host.cpus })}</span>
        <span className="text-ink-faint">
          {t('vm.create.promised', { count: host.used.vcpus })}
        </span>
      </p>
    </div>
  );
}

function freeMemory(host: Host): number {
  return Math.max(0, host.memoryMib - host.used.memoryMib);
}
