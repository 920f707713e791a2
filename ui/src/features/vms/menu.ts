import type { ParseKeys } from 'i18next';
import type { User, Vm } from '@/api/schema';
import type { MenuEntry } from '@/contributions/contribution';
import { later } from '@/contributions/later';
import { hasDraft } from '@/lib/useDraft';

interface Of {
  vm: Vm;
}

/** The name of what is typed into the dialog that changes a VM. */
export function editDraft(vm: Pick<Vm, 'id'>, user: User): string {
  return `${user.id}.vm.edit.${vm.id}`;
}

/** What OBox itself adds to the menus of a VM. */
export const VM_MENU: readonly MenuEntry<Of, ParseKeys>[] = [
  {
    id: 'edit',
    order: 10,
    icon: 'edit',
    label: 'vm.edit.action',
    unavailable: ({ vm }) => (vm.state === 'DELETING' ? 'vm.because.DELETING' : undefined),
    left: ({ vm }, user) => hasDraft(editDraft(vm, user)),
    dialog: later(async () => (await import('./detail/EditVm')).EditVm),
  },
  {
    id: 'delete',
    order: 1000,
    icon: 'trash',
    label: 'vm.delete.action',
    harmful: true,
    unavailable: ({ vm }) => {
      if (vm.state === 'DELETING') return 'vm.because.DELETING';
      return vm.protected ? 'vm.because.protected' : undefined;
    },
    dialog: later(async () => (await import('./detail/DeleteVm')).DeleteVm),
  },
];
