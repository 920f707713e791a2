import { useTranslation } from 'react-i18next';
import { FilterTabs } from '@/components/FilterTabs';
import { SearchField } from '@/components/SearchField';
import { STATE_FILTERS, type VmFilterChoice } from './useVmFilter';

export function VmFilters({ filter }: { filter: VmFilterChoice }) {
  const { t } = useTranslation();
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <FilterTabs
        label={t('vm.list.filter')}
        value={filter.state}
        options={STATE_FILTERS.map((value) => ({
          value,
          label: value === 'ALL' ? t('common.all') : t(`vm.state.${value}`),
        }))}
        onChange={filter.setState}
      />
      <SearchField label={t('vm.list.search')} value={filter.text} onChange={filter.setText} />
    </div>
  );
}
