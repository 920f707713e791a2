import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Host } from '@/api/schema';
import type { ListColumn } from '@/components/list/column';
import { HostRoom } from './HostRoom';
import { HostStatePill } from './HostStatePill';

export function useHostColumns(): ListColumn<Host>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('host.field.name'),
        always: true,
        bare: true,
        sort: 'name',
        headClass: 'md:w-[26%]',
        cellClass: '',
        cell: (host) => <HostName host={host} />,
      },
      {
        id: 'state',
        label: t('host.field.state'),
        bare: true,
        sort: 'state',
        headClass: 'md:w-36',
        cellClass: 'justify-self-end',
        cell: ({ state }) => <HostStatePill state={state} />,
      },
      {
        id: 'vms',
        label: t('host.field.vms'),
        sort: 'vms',
        descends: true,
        headClass: 'md:w-32',
        cell: ({ vms }) => vms,
      },
      {
        id: 'room',
        label: t('host.field.room'),
        bare: true,
        cell: (host) => <HostRoom host={host} />,
      },
    ],
    [t],
  );
}

function HostName({ host }: { host: Host }) {
  return (
    <>
      <Link
        to={`/hosts/${host.id}`}
        className="font-medium decoration-line-strong underline-offset-4 hover:underline"
      >
        {host.name}
      </Link>
      <p className="truncate text-sm text-ink-faint group-[.is-compact]/list:md:hidden">
        {host.backend}
      </p>
    </>
  );
}
