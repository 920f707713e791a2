import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '@/components/form/Select';
import { useContributed } from '@/contributions/context';
import { useLabel } from '@/contributions/texts';
import type { JobAddress } from './useJobAddress';

/** Narrows the list to jobs that do the same. */
export function KindChoice({ address: { filter, setFilter } }: { address: JobAddress }) {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const kinds = useContributed('jobKinds');
  const options = useMemo(
    () =>
      kinds
        .filter(({ item }) => item.action === undefined)
        .map(({ by, item }) => ({ value: item.kind, label: label(by, item.label) }))
        .sort((one, other) => one.label.localeCompare(other.label, i18n.language)),
    [kinds, label, i18n.language],
  );
  const { kind = '' } = filter;
  const known = kind === '' || options.some(({ value }) => value === kind);
  return (
    <Select
      aria-label={t('job.list.kind')}
      value={kind}
      options={[
        { value: '', label: t('job.list.allKinds') },
        ...(known ? [] : [{ value: kind, label: kind }]),
        ...options,
      ]}
      onChange={(event) => {
        setFilter('kind', event.target.value === '' ? undefined : event.target.value);
      }}
    />
  );
}
