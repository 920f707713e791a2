import { tabStorage } from '@/lib/tabStorage';
import type { FormValues } from './form';

/** Remembers in this tab what a VM was asked for with, of which its page does not show all: keys, user data. */
export function rememberSent(vmId: string, values: FormValues): void {
  tabStorage.set(keyOf(vmId), JSON.stringify(values));
}

export function sentFor(vmId: string): Partial<FormValues> | undefined {
  const kept = tabStorage.get(keyOf(vmId));
  return kept === null ? undefined : (JSON.parse(kept) as Partial<FormValues>);
}

function keyOf(vmId: string): string {
  return `sent.${vmId}`;
}
