import type { Vm } from '@/api/schema';
import { atFirst, later } from '@/contributions/later';
import { definePart } from '@/contributions/own';
import { forgetSent } from './create/sent';
import { VM_MENU } from './menu';
import type * as parts from './detail/parts';
import { mendVm } from './mending';
import { mendVmsJob } from './mendingJob';
import { VM_COLUMNS } from './columns';

/** What stands on the page of a VM comes with it. */
function onDetail(name: keyof typeof parts) {
  return later<{ vm: Vm }>(async () => (await import('./detail/parts'))[name]);
}

export default definePart({
  id: 'vms',
  navigation: [{ to: '/vms', icon: 'vms', label: 'navigation.vms', group: 'compute', order: 10 }],
  routes: [
    { path: 'vms', page: later(async () => (await import('./list/VmListPage')).VmListPage) },
    {
      path: 'vms/new',
      page: later(async () => (await import('./create/VmCreatePage')).VmCreatePage),
    },
    {
      path: 'vms/:id/*',
      page: later(async () => (await import('./detail/VmDetailPage')).VmDetailPage),
    },
  ],
  cards: [
    {
      id: 'vm-states',
      area: 'main',
      order: 10,
      content: atFirst(async () => (await import('./VmStatesCard')).VmStatesCard),
    },
  ],
  commands: [{ id: 'create-vm', label: 'vm.create.title', icon: 'add', to: '/vms/new' }],
  vmTabs: [{ id: '', label: 'vm.overview', order: 0, content: onDetail('VmOverview') }],
  vmCards: [
    { id: 'access', area: 'main', order: 10, content: onDetail('VmAccess') },
    { id: 'facts', area: 'side', order: 10, content: onDetail('VmFacts') },
    { id: 'protection', area: 'side', order: 20, content: onDetail('VmProtection') },
  ],
  vmColumns: VM_COLUMNS,
  vmMenu: VM_MENU,
  settings: [
    {
      id: 'presets',
      label: 'preset.title',
      order: 20,
      access: 'admin',
      content: later(async () => (await import('./presets/PresetSettings')).PresetSettings),
    },
  ],
  objectTypes: [{ type: 'vm', path: (id) => `/vms/${id}` }],
  jobKinds: [
    { kind: 'vm.create', label: 'job.kind.vmCreate', icon: 'add' },
    { kind: 'vm.power', label: 'job.kind.vmPower', icon: 'power' },
    { kind: 'vm.power', action: 'start', label: 'vm.action.start', icon: 'play' },
    { kind: 'vm.power', action: 'shutdown', label: 'vm.action.shutdown', icon: 'power' },
    { kind: 'vm.power', action: 'stop', label: 'vm.action.stop', icon: 'plug' },
    { kind: 'vm.power', action: 'reboot', label: 'vm.action.reboot', icon: 'reboot' },
    { kind: 'vm.power', action: 'reset', label: 'vm.action.reset', icon: 'reset' },
    { kind: 'vm.power', action: 'pause', label: 'vm.action.pause', icon: 'pause' },
    { kind: 'vm.power', action: 'resume', label: 'vm.action.resume', icon: 'resume' },
    { kind: 'vm.delete', label: 'job.kind.vmDelete', icon: 'trash' },
    { kind: 'vm.check', label: 'job.kind.vmCheck', icon: 'search' },
    { kind: 'vm.forget', label: 'job.kind.vmForget', icon: 'close' },
    { kind: 'vm.clean', label: 'job.kind.vmClean', icon: 'trash' },
    { kind: 'vm.bulk', label: 'job.kind.vmBulk', icon: 'vms', parts: true },
    { kind: 'vm.batch', label: 'job.kind.vmBatch', icon: 'add', parts: true },
    { kind: 'vm.update', label: 'job.kind.vmUpdate', icon: 'edit' },
  ],
  eventTypes: [
    { type: 'vm', mend: mendVm },
    { type: 'vm', mend: forgetSent },
    { type: 'job', mend: mendVmsJob },
  ],
});
