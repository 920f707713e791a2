import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePolling } from '@/api/live';
import type { Host } from '@/api/schema';
import { DetailHeader } from '@/components/detail/DetailHeader';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { EmptyState } from '@/components/EmptyState';
import { Glyph } from '@/components/Glyph';
import { LoadError } from '@/components/LoadError';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import { useContributed } from '@/contributions/context';
import { useAtOnce } from '@/contributions/useAtOnce';
import { TabBar, TabContent } from '@/contributions/Tabs';
import { HostStatePill } from './HostStatePill';
import { hostRoomQuery } from './queries';

/** One of the hosts; they are so few that all of them are asked for. */
export function HostDetailPage() {
  const { t } = useTranslation();
  const { id = '', '*': view = '' } = useParams();
  useAtOnce(useContributed('hostTabs'));
  const hosts = useQuery({ ...hostRoomQuery, refetchInterval: usePolling() });
  const back = { to: '/hosts', label: t('host.list.title') };
  if (hosts.error && !hosts.data) {
    return (
      <>
        <PageHeader title={t('host.one')} back={back} />
        <LoadError
          error={hosts.error}
          title={t('host.list.failed')}
          onRetry={() => void hosts.refetch()}
        />
      </>
    );
  }
  if (!hosts.data) return <DetailSkeleton label={t('common.loading')} />;
  const host = hosts.data.find((one) => one.id === id);
  if (host) return <HostDetail key={id} host={host} view={view} />;
  return (
    <>
      <PageHeader title={t('host.unknownTitle')} back={back} />
      <EmptyState
        picture={<Glyph shape="missing" className="size-14 text-ink-faint" />}
        title={t('host.unknownTitle')}
        text={t('host.unknownText')}
      />
    </>
  );
}

function HostDetail({ host, view }: { host: Host; view: string }) {
  const { t } = useTranslation();
  const tabs = useContributed('hostTabs');
  return (
    <>
      <DetailHeader
        title={host.name}
        back={{ to: '/hosts', label: t('host.list.title') }}
        state={
          <span role="status">
            <HostStatePill state={host.state} />
          </span>
        }
        tabs={
          <TabBar label={t('host.views')} path={`/hosts/${host.id}`} tabs={tabs} chosen={view} />
        }
      />
      <div className="space-y-6">
        {host.state !== 'UP' && (
          <Notice
            tone={host.state === 'DOWN' ? 'fail' : 'warn'}
            title={t(`host.cause.${host.state}`)}
          >
            <p>{t(`host.remedy.${host.state}`)}</p>
          </Notice>
        )}
        {!host.accelerated && host.backend !== 'simulated' && (
          <Notice tone="warn" title={t('host.emulated')}>
            <p>{t('host.emulatedRemedy')}</p>
          </Notice>
        )}
        <TabContent
          tabs={tabs}
          chosen={view}
          props={{ host }}
          resetOn={host.version}
          missing={<EmptyState title={t('notFound.title')} text={t('notFound.text')} />}
        />
      </div>
    </>
  );
}
