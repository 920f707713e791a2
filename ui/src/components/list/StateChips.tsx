import { useTranslation } from 'react-i18next';
import { FilterTabs } from '@/components/FilterTabs';

/** A state that a list can be narrowed to. */
export interface ListState {
  value: string;
  label: string;
  /** How many there are; undefined as long as nobody knows. */
  count?: number | undefined;
}

const ALL = '';

/** The states with how many are in each. */
export function StateChips({
  label,
  states,
  total,
  value,
  onChange,
}: {
  label: string;
  states: readonly ListState[];
  total: number | undefined;
  /** Undefined for all, null for none of these. */
  value: string | null | undefined;
  onChange: (state: string | undefined) => void;
}) {
  const { t } = useTranslation();
  return (
    <FilterTabs
      label={label}
      options={[{ value: ALL, label: t('common.all'), count: total }, ...states]}
      value={value === undefined ? ALL : value}
      onChange={(state) => {
        onChange(state === ALL ? undefined : state);
      }}
    />
  );
}
