import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Vm } from '@/api/schema';
import { RelativeTime } from '@/components/RelativeTime';
import { Tags } from '@/components/Tags';
import { useMe } from '@/domain/me';
import { VmStatePill } from '@/domain/VmStatePill';
import { memorySize } from '@/lib/format';
import { VmSize } from './VmSize';
import { VmSparklines } from './VmSparklines';
import { Whereabouts } from './Whereabouts';

/** What stands in the columns of the list, by the columns' ids. */
export const CELLS = {
  name: VmName,
  state: ({ vm }) => <VmStatePill state={vm.state} />,
  address: Whereabouts,
  size: ({ vm }) => <VmSize vcpus={vm.vcpus} memoryMib={vm.memoryMib} diskGib={vm.diskGib} />,
  load: VmSparklines,
  created: ({ vm }) => <RelativeTime at={vm.createdAt} />,
  host: ({ vm }) => vm.host?.name ?? '',
  image: ({ vm }) => vm.image.name,
  owner: ({ vm }) => vm.owner.email,
  vcpus: ({ vm }) => vm.vcpus,
  memory: Memory,
  disk: Disk,
} satisfies Record<string, (props: { vm: Vm }) => ReactNode>;

function Memory({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const { unit, value } = memorySize(vm.memoryMib);
  return t(`unit.${unit}`, { value });
}

function Disk({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  return t('unit.gigabyte', { value: vm.diskGib });
}

function VmName({ vm }: { vm: Vm }) {
  const me = useMe();
  return (
    <>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 md:flex-nowrap md:overflow-hidden">
        <Link
          to={`/vms/${vm.id}`}
          title={vm.name}
          className="min-w-0 font-medium break-words decoration-line-strong underline-offset-4 hover:underline md:truncate"
        >
          {vm.name}
        </Link>
        <Tags tags={vm.tags} />
      </div>
      <p className="truncate text-sm text-ink-faint group-[.is-compact]/list:md:hidden">
        {[vm.image.name, vm.host?.name, vm.owner.id !== me.id && vm.owner.email]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
