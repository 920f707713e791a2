import type { ParseKeys } from 'i18next';
import { Link } from 'react-router';
import type { Vm } from '@/api/schema';
import { RelativeTime } from '@/components/RelativeTime';
import { Tags } from '@/components/Tags';
import type { Column } from '@/contributions/contribution';
import { useMe } from '@/domain/me';
import { VmSize } from './VmSize';
import { VmStatePill } from './VmStatePill';
import { Whereabouts } from './Whereabouts';

/** The columns that the list has of its own. Others find room between or after them by their order. */
export const VM_COLUMNS: Column<{ vm: Vm }, ParseKeys>[] = [
  {
    id: 'name',
    label: 'vm.field.name',
    order: 10,
    headClass: 'md:w-[26%]',
    cellClass: '',
    content: VmName,
  },
  {
    id: 'state',
    label: 'vm.field.state',
    order: 20,
    headClass: 'md:w-36',
    cellClass: 'justify-self-end',
    content: ({ vm }) => <VmStatePill state={vm.state} />,
  },
  {
    id: 'address',
    label: 'vm.field.address',
    order: 30,
    cellClass: 'col-span-2',
    content: Whereabouts,
  },
  {
    id: 'size',
    label: 'vm.field.size',
    order: 40,
    headClass: 'md:w-60',
    cellClass: 'text-sm text-ink-soft',
    content: ({ vm }) => <VmSize vcpus={vm.vcpus} memoryMib={vm.memoryMib} diskGib={vm.diskGib} />,
  },
  {
    id: 'created',
    label: 'vm.field.created',
    order: 50,
    headClass: 'md:w-28',
    cellClass: 'justify-self-end text-sm text-ink-soft',
    content: ({ vm }) => <RelativeTime at={vm.createdAt} />,
  },
];

function VmName({ vm }: { vm: Vm }) {
  const me = useMe();
  return (
    <>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          to={`/vms/${vm.id}`}
          className="min-w-0 font-medium break-words decoration-line-strong underline-offset-4 hover:underline"
        >
          {vm.name}
        </Link>
        <Tags tags={vm.tags} />
      </div>
      <p className="truncate text-sm text-ink-faint">
        {[vm.image.name, vm.host?.name, vm.owner.id !== me.id && vm.owner.email]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
