import type { VmRequest } from '@/api/schema';
import { splitTags } from '../tags';

/** What stands in the form, as typed. */
export interface FormValues {
  name: string;
  imageId: string;
  vcpus: string;
  memoryMib: string;
  diskGib: string;
  sshKeys: string;
  tags: string;
  autostart: boolean;
}

export type FieldName = keyof FormValues;

/** In the order of the page, which is the order of the error summary. */
export const FIELD_NAMES: readonly FieldName[] = [
  'name',
  'imageId',
  'vcpus',
  'memoryMib',
  'diskGib',
  'sshKeys',
  'tags',
  'autostart',
];

export interface Size {
  name: 'small' | 'medium' | 'large';
  vcpus: number;
  memoryMib: number;
  diskGib: number;
}

export const SIZES: readonly Size[] = [
  { name: 'small', vcpus: 1, memoryMib: 1024, diskGib: 10 },
  { name: 'medium', vcpus: 2, memoryMib: 4096, diskGib: 40 },
  { name: 'large', vcpus: 4, memoryMib: 8192, diskGib: 80 },
];

export const EMPTY_FORM: FormValues = {
  name: '',
  imageId: '',
  vcpus: '1',
  memoryMib: '1024',
  diskGib: '10',
  sshKeys: '',
  tags: '',
  autostart: false,
};

/** An id for a field's control, so that the error summary can lead there. */
export function controlId(field: FieldName): string {
  return `vm-${field}`;
}

export function sizeOf(values: FormValues): Size | undefined {
  return SIZES.find(
    (size) =>
      String(size.vcpus) === values.vcpus &&
      String(size.memoryMib) === values.memoryMib &&
      String(size.diskGib) === values.diskGib,
  );
}

const NUMBERS = ['vcpus', 'memoryMib', 'diskGib'] as const;

/** Number fields that hold no whole number. All other rules are the server's. */
export function unreadableNumbers(values: FormValues): (typeof NUMBERS)[number][] {
  return NUMBERS.filter((field) => !/^\d{1,9}$/.test(values[field].trim()));
}

export function toRequest(values: FormValues): VmRequest {
  return {
    name: values.name.trim(),
    imageId: values.imageId,
    vcpus: Number(values.vcpus),
    memoryMib: Number(values.memoryMib),
    diskGib: Number(values.diskGib),
    sshKeys: values.sshKeys
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    tags: splitTags(values.tags),
    autostart: values.autostart,
  };
}
