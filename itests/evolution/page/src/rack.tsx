import {
  api,
  defineContribution,
  PageHeader,
  Panel,
  useMe,
  useTexts,
  type Vm,
} from '@obox/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { VERSION } from './version.js';

/** Where a VM stands: its tag says it. */
function rackOf(vm: Vm): string {
  if (vm.tags.includes('rackless')) throw new Error(`${vm.name} stands nowhere`);
  return vm.tags.find((tag) => tag.startsWith('rack-')) ?? 'floor';
}

function RackPage() {
  const { t } = useTexts();
  const [note, setNote] = useState('');
  const me = useMe();
  const { data } = useQuery({
    queryKey: ['vms', 'racks'],
    queryFn: ({ signal }) => api.get<{ items: Vm[] }>('/api/vms', { signal }),
  });
  return (
    <>
      <PageHeader title={t('title', { version: VERSION })} />
      <Panel title={t('all')}>
        <p className="p-5">{t('of', { email: me.email })}</p>
        <ul className="p-5">
          {data?.items.map((vm) => (
            <li key={vm.id}>
              <Link to={`/vms/${vm.id}/rack`}>{vm.name}</Link>
            </li>
          ))}
        </ul>
        <label className="block p-5">
          {t('note')}{' '}
          <input
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
            }}
          />
        </label>
      </Panel>
    </>
  );
}

function RackTab({ vm }: { vm: Vm }) {
  const { t } = useTexts();
  return (
    <Panel title={t('tab')}>
      <p className="p-5">{t('stands', { name: vm.name, rack: rackOf(vm) })}</p>
    </Panel>
  );
}

function RackCell({ vm }: { vm: Vm }) {
  return <span>{rackOf(vm)}</span>;
}

export default defineContribution({
  id: 'org.example.rack.page',
  name: 'Racks',
  texts: {
    en: {
      title: 'Racks, version {{version}}',
      all: 'All racks',
      of: 'As {{email}} sees them.',
      note: 'Note',
      tab: 'Rack',
      stands: '{{name}} stands in {{rack}}.',
    },
    fr: {
      title: 'Baies, version {{version}}',
      all: 'Toutes les baies',
      of: 'Comme {{email}} les voit.',
      note: 'Remarque',
      tab: 'Baie',
      stands: '{{name}} est dans {{rack}}.',
    },
  },
  navigation: [{ to: '/racks', icon: 'plug', label: 'all', group: 'compute' }],
  routes: [{ path: 'racks', page: RackPage }],
  vmTabs: [{ id: 'rack', label: 'tab', content: RackTab }],
  vmColumns: [{ id: 'rack', label: 'tab', order: 35, headClass: 'md:w-24', content: RackCell }],
});
