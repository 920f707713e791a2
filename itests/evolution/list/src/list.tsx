import {
  defineContribution,
  EmptyState,
  ListPage,
  NothingFound,
  useListAddress,
  useLocalRows,
  useTexts,
  type ListColumn,
} from '@obox/sdk';
import { useMemo } from 'react';

interface Rack {
  id: string;
  name: string;
  units: number;
}

const LIST = 'org.example.rack.list';
const RACKS = Array.from({ length: 300 }, (_, index): Rack => ({
  id: `${index}`,
  name: `${index % 2 === 0 ? 'north' : 'south'}-${index}`,
  units: 12 + (index % 36),
}));
const ROWS = {
  data: RACKS,
  error: null,
  isPlaceholderData: false,
  refetch: () => Promise.resolve(),
};
const LOCAL = {
  texts: ({ name }: Rack) => [name],
  orders: { name: ({ name }: Rack) => name, units: ({ units }: Rack) => units },
};

function useColumns(): ListColumn<Rack>[] {
  const { t } = useTexts();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('name'),
        always: true,
        bare: true,
        sort: 'name',
        cell: ({ name }) => name,
      },
      { id: 'units', label: t('units'), sort: 'units', descends: true, cell: ({ units }) => units },
    ],
    [t],
  );
}

function RackList() {
  const { t } = useTexts();
  const { address, chosen } = useListAddress(LIST);
  return (
    <ListPage
      id={LIST}
      title={t('racks')}
      all={t('all')}
      address={address}
      chosen={chosen}
      columns={useColumns()}
      rows={useLocalRows(ROWS, address, LOCAL)}
      nameOf={({ name }) => name}
      search={{ label: t('search'), placeholder: t('name'), keys: [] }}
      panel={({ name }) => <p className="p-4">{t('beside', { name })}</p>}
      failed={t('failed')}
      empty={<EmptyState title={t('none')} text={t('none')} />}
      none={<NothingFound onClear={address.clear} />}
    />
  );
}

export default defineContribution({
  id: LIST,
  name: 'Rack list',
  texts: {
    en: {
      racks: 'List of racks',
      all: 'All racks',
      name: 'Name',
      units: 'Units',
      search: 'Search',
      beside: 'This is {{name}}.',
      failed: 'The racks could not be loaded',
      none: 'No racks',
    },
  },
  navigation: [{ to: '/rack-list', icon: 'plug', label: 'racks', group: 'compute' }],
  routes: [{ path: 'rack-list', page: RackList }],
});
