import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { detailOf } from '@/api/problem';
import type { Vm } from '@/api/schema';
import type { ListColumn } from '@/components/list/column';
import { RelativeTime } from '@/components/RelativeTime';
import { useMe } from '@/domain/me';
import { PurgeVm } from './PurgeVm';
import { RestoreVm } from './RestoreVm';

export function useBinColumns(): ListColumn<Vm>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('vm.field.name'),
        always: true,
        bare: true,
        cellClass: '',
        cell: (vm) => <DeletedName vm={vm} />,
      },
      {
        id: 'disk',
        label: t('bin.disk'),
        bare: true,
        headClass: 'md:w-28',
        cellClass: 'justify-self-end text-sm text-ink-soft',
        cell: ({ diskGib }) => t('unit.gigabyte', { value: diskGib }),
      },
      {
        id: 'deleted',
        label: t('bin.deleted'),
        headClass: 'md:w-36',
        cellClass: 'text-sm text-ink-soft',
        cell: ({ deletedAt }) => deletedAt && <RelativeTime at={deletedAt} />,
      },
      {
        id: 'gone',
        label: t('bin.gone'),
        headClass: 'md:w-44',
        cellClass: 'justify-self-end text-sm text-ink-soft',
        cell: (vm) =>
          isGoing(vm) ? t('bin.going') : vm.expiresAt && <RelativeTime at={vm.expiresAt} />,
      },
      {
        id: 'actions',
        label: t('bin.actions'),
        always: true,
        bare: true,
        headClass: 'md:w-80',
        cell: (vm) => !isGoing(vm) && <WaysOut vm={vm} />,
      },
    ],
    [t],
  );
}

function isGoing({ state }: Vm): boolean {
  return state === 'DELETING';
}

function DeletedName({ vm }: { vm: Vm }) {
  const me = useMe();
  return (
    <>
      <span className="font-medium break-words">{vm.name}</span>
      {vm.owner.id !== me.id && (
        <span className="block truncate text-sm text-ink-faint">{vm.owner.email}</span>
      )}
      {vm.problem && <p className="text-sm text-fail">{detailOf(vm.problem)}</p>}
    </>
  );
}

function WaysOut({ vm }: { vm: Vm }) {
  return (
    <span className="inline-flex flex-wrap gap-2">
      <RestoreVm vm={vm} />
      <PurgeVm vm={vm} />
    </span>
  );
}
