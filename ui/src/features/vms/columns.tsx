import type { ParseKeys } from 'i18next';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Vm } from '@/api/schema';
import { RelativeTime } from '@/components/RelativeTime';
import { Tags } from '@/components/Tags';
import type { Column } from '@/contributions/contribution';
import { useMe } from '@/domain/me';
import { memorySize } from '@/lib/format';
import { VmSize } from './VmSize';
import { SPARKLINES_PIXELS, VmSparklines } from './VmSparklines';
import { VmStatePill } from '@/domain/VmStatePill';
import { Whereabouts } from './Whereabouts';

/** The columns that the list has of its own. Others find room between or after them by their order. */
export const VM_COLUMNS: Column<{ vm: Vm }, ParseKeys>[] = [
  {
    id: 'name',
    label: 'vm.field.name',
    bare: true,
    order: 10,
    headClass: 'md:w-[21%]',
    cellClass: '',
    sort: 'name',
    content: VmName,
  },
  {
    id: 'state',
    label: 'vm.field.state',
    bare: true,
    order: 20,
    headClass: 'md:w-36',
    cellClass: 'justify-self-end',
    sort: 'state',
    content: ({ vm }) => <VmStatePill state={vm.state} />,
  },
  {
    id: 'address',
    label: 'vm.field.address',
    bare: true,
    order: 30,
    cellClass: 'col-span-2',
    content: Whereabouts,
  },
  {
    id: 'size',
    label: 'vm.field.size',
    bare: true,
    order: 40,
    headClass: 'md:w-52 md:@max-[52rem]:hidden',
    cellClass: 'text-sm text-ink-soft md:truncate md:@max-[52rem]:hidden',
    content: ({ vm }) => <VmSize vcpus={vm.vcpus} memoryMib={vm.memoryMib} diskGib={vm.diskGib} />,
  },
  {
    id: 'load',
    label: 'vm.field.load',
    bare: true,
    order: 45,
    width: SPARKLINES_PIXELS,
    headClass: 'md:@max-[64rem]:hidden',
    cellClass: 'col-span-2 max-md:empty:hidden md:@max-[64rem]:hidden',
    content: VmSparklines,
  },
  {
    id: 'created',
    label: 'vm.field.created',
    bare: true,
    order: 50,
    headClass: 'md:w-28 md:@max-[42rem]:hidden',
    cellClass: 'justify-self-end text-sm text-ink-soft md:@max-[42rem]:hidden',
    sort: 'createdAt',
    descends: true,
    content: ({ vm }) => <RelativeTime at={vm.createdAt} />,
  },
  plain('host', 60, ({ vm }) => vm.host?.name ?? ''),
  plain('image', 61, ({ vm }) => vm.image.name),
  plain('owner', 62, ({ vm }) => vm.owner.email),
  plain('vcpus', 63, ({ vm }) => vm.vcpus, 'vcpus'),
  plain('memory', 64, Memory, 'memoryMib'),
  plain('disk', 65, Disk, 'diskGib'),
];

/** A column of one short text, for those who want it. */
function plain(
  id: 'host' | 'image' | 'owner' | 'vcpus' | 'memory' | 'disk',
  order: number,
  content: ComponentType<{ vm: Vm }>,
  sort?: string,
): Column<{ vm: Vm }, ParseKeys> {
  return {
    id,
    label: `vm.field.${id}`,
    order,
    hidden: true,
    headClass: sort ? 'md:w-28' : 'md:w-40',
    cellClass: 'col-span-2 truncate text-sm text-ink-soft',
    ...(sort && { sort, descends: true }),
    content,
  };
}

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
