import type { ChangeEvent } from '@/api/invalidation';
import { tabStorage } from '@/lib/tabStorage';
import type { FormValues } from './form';

const KEY = 'sent';
/** They may be large, and hold passwords: no more are kept than somebody may go back to. */
const MOST_KEPT = 5;

interface Sent {
  vmId: string;
  values: FormValues;
}

/** Remembers in this tab what a VM was asked for with, of which its page does not show all: keys, user data. */
export function rememberSent(vmId: string, values: FormValues): void {
  keep([{ vmId, values }, ...withoutSent(vmId)].slice(0, MOST_KEPT));
}

export function sentFor(vmId: string): Partial<FormValues> | undefined {
  return kept().find((sent) => sent.vmId === vmId)?.values;
}

/** What was sent for a VM is of no use once that is gone. */
export function forgetSent({ id, action }: ChangeEvent): [] {
  if (action === 'removed' && sentFor(id)) keep(withoutSent(id));
  return [];
}

function withoutSent(vmId: string): Sent[] {
  return kept().filter((sent) => sent.vmId !== vmId);
}

function kept(): Sent[] {
  return JSON.parse(tabStorage.get(KEY) ?? '[]') as Sent[];
}

function keep(all: Sent[]): void {
  if (all.length === 0) tabStorage.remove(KEY);
  else tabStorage.set(KEY, JSON.stringify(all));
}
