import type { ParseKeys } from 'i18next';
import type { Vm } from '@/api/schema';
import type { Column } from '@/contributions/contribution';
import { later } from '@/contributions/later';
import type { CELLS } from './cells';
import { SPARKLINES_PIXELS } from './VmSparklines';

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
    content: cell('name'),
  },
  {
    id: 'state',
    label: 'vm.field.state',
    bare: true,
    order: 20,
    headClass: 'md:w-36',
    cellClass: 'justify-self-end',
    sort: 'state',
    content: cell('state'),
  },
  {
    id: 'address',
    label: 'vm.field.address',
    bare: true,
    order: 30,
    cellClass: 'col-span-2',
    content: cell('address'),
  },
  {
    id: 'size',
    label: 'vm.field.size',
    bare: true,
    order: 40,
    headClass: 'md:w-52 md:@max-[52rem]:hidden',
    cellClass: 'text-sm text-ink-soft md:truncate md:@max-[52rem]:hidden',
    content: cell('size'),
  },
  {
    id: 'load',
    label: 'vm.field.load',
    bare: true,
    order: 45,
    width: SPARKLINES_PIXELS,
    headClass: 'md:@max-[64rem]:hidden',
    cellClass: 'col-span-2 max-md:empty:hidden md:@max-[64rem]:hidden',
    content: cell('load'),
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
    content: cell('created'),
  },
  plain('host', 60),
  plain('image', 61),
  plain('owner', 62),
  plain('vcpus', 63, 'vcpus'),
  plain('memory', 64, 'memoryMib'),
  plain('disk', 65, 'diskGib'),
];

/** A column of one short text, for those who want it. */
function plain(
  id: 'host' | 'image' | 'owner' | 'vcpus' | 'memory' | 'disk',
  order: number,
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
    content: cell(id),
  };
}

/** What is drawn comes with the list, not with the page's first script. */
function cell(id: keyof typeof CELLS) {
  return later<{ vm: Vm }>(async () => (await import('./cells')).CELLS[id]);
}
