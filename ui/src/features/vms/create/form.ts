import type { JobPriority, Vm, VmRequest } from '@/api/schema';
import { splitTags } from '../tags';

/** What stands in the form, as typed. */
export interface FormValues {
  name: string;
  count: string;
  imageId: string;
  vcpus: string;
  memoryMib: string;
  diskGib: string;
  /** Public keys that were chosen from the saved ones. */
  savedKeys: string[];
  sshKeys: string;
  hostId: string;
  network: string;
  userData: string;
  tags: string;
  autostart: boolean;
  priority: JobPriority;
}

export type FieldName = Exclude<keyof FormValues, 'savedKeys'>;

/** The network of a host that is meant where none is named. */
export const DEFAULT_NETWORK = 'default';

/** In the order of the page, which is the order of the error summary. */
export const FIELD_NAMES: readonly FieldName[] = [
  'name',
  'count',
  'imageId',
  'vcpus',
  'memoryMib',
  'diskGib',
  'sshKeys',
  'hostId',
  'network',
  'userData',
  'tags',
  'autostart',
  'priority',
];

export const PRIORITIES: readonly JobPriority[] = ['LOW', 'NORMAL', 'HIGH', 'CRITICAL'];

export const EMPTY_FORM: FormValues = {
  name: '',
  count: '1',
  imageId: '',
  vcpus: '1',
  memoryMib: '1024',
  diskGib: '10',
  savedKeys: [],
  sshKeys: '',
  hostId: '',
  network: '',
  userData: '',
  tags: '',
  autostart: false,
  priority: 'NORMAL',
};

/** An id for a field's control, so that the error summary can lead there. */
export function controlId(field: FieldName): string {
  return `vm-${field}`;
}

const NUMBERS = ['count', 'vcpus', 'memoryMib', 'diskGib'] as const;

export type NumberField = (typeof NUMBERS)[number];

/** Number fields that hold no whole number. All other rules are the server's. */
export function unreadableNumbers(values: FormValues): NumberField[] {
  return NUMBERS.filter((field) => !/^\d{1,9}$/.test(values[field].trim()));
}

/** How many are asked for; 1 as long as that can't be read. */
export function countOf({ count }: FormValues): number {
  return Math.max(1, Number.parseInt(count, 10) || 1);
}

const NUMBER = '{n}';

/** What the VMs will be called, as the server numbers them. */
export function nameOf({ name }: FormValues, number: number): string {
  const typed = name.trim();
  return typed.includes(NUMBER) ? typed.replaceAll(NUMBER, String(number)) : `${typed}-${number}`;
}

/** What is left empty is not sent: then the server's own choice is meant. */
export function toRequest(values: FormValues): VmRequest & { count?: number } {
  const count = Number(values.count);
  const typed = values.sshKeys.split('\n').map((line) => line.trim());
  return {
    name: values.name.trim(),
    ...(count !== 1 && { count }),
    imageId: values.imageId,
    vcpus: Number(values.vcpus),
    memoryMib: Number(values.memoryMib),
    diskGib: Number(values.diskGib),
    sshKeys: [...new Set([...values.savedKeys, ...typed])].filter((line) => line !== ''),
    ...(values.hostId !== '' && { hostId: values.hostId }),
    ...(values.network.trim() !== '' && { network: values.network.trim() }),
    ...(values.userData.trim() !== '' && { userData: values.userData }),
    tags: splitTags(values.tags),
    autostart: values.autostart,
    ...(values.priority !== 'NORMAL' && { priority: values.priority }),
  };
}

/** What the form begins with to make a VM once more; what the server does not tell of it may be in what was sent. */
export function valuesOf(vm: Vm, sent: Partial<FormValues> = {}): Partial<FormValues> {
  return {
    ...sent,
    count: '1',
    name: vm.name,
    imageId: vm.image.id,
    vcpus: String(vm.vcpus),
    memoryMib: String(vm.memoryMib),
    diskGib: String(vm.diskGib),
    network: vm.network === DEFAULT_NETWORK ? '' : vm.network,
    tags: vm.tags.join(', '),
    autostart: vm.autostart,
  };
}
