import type { Vm } from '@/api/schema';

/** Differs with each state of each VM. */
export function versionOf({ id, version }: Vm): string {
  return `${id} ${version}`;
}
