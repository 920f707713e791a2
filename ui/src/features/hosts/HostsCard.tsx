import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '@/api/live';
import { CardState } from '@/components/CardState';
import { Panel } from '@/components/Panel';
import { QuietLink } from '@/components/QuietLink';
import { HostRoom } from './HostRoom';
import { HostStatePill } from './HostStatePill';
import { hostRoomQuery } from './queries';

const MOST_SHOWN = 6;

/** How full the hosts are, the fullest first. */
export function HostsCard() {
  const { t } = useTranslation();
  const hosts = useQuery({ ...hostRoomQuery, refetchInterval: usePolling() });
  return (
    <Panel
      title={t('host.list.title')}
      actions={<QuietLink to="/hosts">{t('overview.all')}</QuietLink>}
    >
      <CardState query={hosts} height="h-20">
        {(all) => (
          <ul className="divide-y divide-line">
            {all
              .toSorted((one, other) => memoryShare(other) - memoryShare(one))
              .slice(0, MOST_SHOWN)
              .map((host) => (
                <li key={host.id} className="space-y-3 px-5 py-4">
                  <p className="flex items-center gap-3 font-medium">
                    <QuietLink to={`/hosts/${host.id}`}>{host.name}</QuietLink>
                    {host.state !== 'UP' && <HostStatePill state={host.state} />}
                    <span className="ml-auto text-sm font-normal text-ink-faint">
                      {t('host.vms', { count: host.vms })}
                    </span>
                  </p>
                  <HostRoom host={host} />
                </li>
              ))}
            {all.length === 0 && <li className="p-5 text-ink-soft">{t('host.list.emptyText')}</li>}
          </ul>
        )}
      </CardState>
    </Panel>
  );
}

function memoryShare({ used, memoryMib }: { used: { memoryMib: number }; memoryMib: number }) {
  return memoryMib > 0 ? used.memoryMib / memoryMib : 0;
}
