import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import type { SearchKey, SearchValue } from '@/components/list/suggestions';
import { hostsQuery } from '@/domain/hosts';
import { imagesQuery } from '@/domain/images';
import { VM_STATES } from '@/domain/vmStates';
import { vmTagsQuery } from '../queries';

const STATE_VALUES = valuesOf([
  ...Object.keys(VM_STATES).map((state) => state.toLowerCase()),
  'any',
]);

/** What VMs can be searched by, with the values that are known; owners are those of the rows that are loaded. */
export function useVmSearchKeys(vms: readonly Vm[] | undefined, text: string): SearchKey[] {
  const { t } = useTranslation();
  const hosts = useQuery({ ...hostsQuery, enabled: text.includes('host') }).data;
  const tags = useQuery({ ...vmTagsQuery, enabled: text.includes('tag') }).data;
  const images = useQuery({ ...imagesQuery, enabled: text.includes('image') }).data;
  return useMemo(
    () => [
      { key: 'state', sign: ':', hint: t('vm.list.key.state'), values: STATE_VALUES },
      {
        key: 'tag',
        sign: ':',
        hint: t('vm.list.key.tag'),
        values: tags?.map(({ tag, vms: count }) => ({
          value: tag,
          hint: t('vm.list.tagged', { count }),
        })),
      },
      { key: 'name', sign: '~', hint: t('vm.list.key.name') },
      { key: 'address', sign: '~', hint: t('vm.list.key.address') },
      {
        key: 'host',
        sign: ':',
        hint: t('vm.list.key.host'),
        values: valuesOf(hosts?.map(({ name }) => name)),
      },
      {
        key: 'image',
        sign: ':',
        hint: t('vm.list.key.image'),
        values: valuesOf(images?.map(({ name }) => name)),
      },
      {
        key: 'owner',
        sign: ':',
        hint: t('vm.list.key.owner'),
        values: valuesOf(vms?.map(({ owner }) => owner.email)),
      },
    ],
    [t, vms, tags, hosts, images],
  );
}

function valuesOf(values: string[] = []): SearchValue[] {
  return [...new Set(values)].sort().map((value) => ({ value }));
}
