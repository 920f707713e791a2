import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePolling } from '@/api/live';
import type { Host } from '@/api/schema';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { ListFrame } from '@/components/ListFrame';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { Cell, HeadCell, Row, Table } from '@/components/Table';
import { asList } from '@/lib/paging';
import { HostRoom } from './HostRoom';
import { HostStatePill } from './HostStatePill';
import { hostRoomQuery } from './queries';

export function HostListPage() {
  const { t } = useTranslation();
  const hosts = useQuery({ ...hostRoomQuery, refetchInterval: usePolling() });
  return (
    <>
      <PageHeader title={t('host.list.title')} />
      <ListFrame
        query={asList(hosts)}
        error={(error) => (
          <LoadError
            error={error}
            title={t('host.list.failed')}
            onRetry={() => void hosts.refetch()}
          />
        )}
        empty={
          <EmptyState
            picture={<Glyph shape="missing" className="size-14 text-ink-faint" />}
            title={t('host.list.emptyTitle')}
            text={t('host.list.emptyText')}
          />
        }
      >
        {(items) => <HostTable hosts={items} />}
      </ListFrame>
    </>
  );
}

function HostTable({ hosts }: { hosts: Host[] }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('host.list.title')}
      head={
        <>
          <HeadCell className="md:w-[26%]">{t('host.field.name')}</HeadCell>
          <HeadCell className="md:w-36">{t('host.field.state')}</HeadCell>
          <HeadCell className="md:w-20">{t('host.field.vms')}</HeadCell>
          <HeadCell>{t('host.field.room')}</HeadCell>
        </>
      }
    >
      {hosts.map((host) => (
        <Row key={host.id}>
          <Cell>
            <Link
              to={`/hosts/${host.id}`}
              className="font-medium decoration-line-strong underline-offset-4 hover:underline"
            >
              {host.name}
            </Link>
            <p className="truncate text-sm text-ink-faint">{host.backend}</p>
          </Cell>
          <Cell className="justify-self-end">
            <HostStatePill state={host.state} />
          </Cell>
          <Cell className="max-md:hidden">{host.vms}</Cell>
          <Cell className="col-span-2">
            <HostRoom host={host} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
