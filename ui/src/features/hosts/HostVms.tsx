import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePolling } from '@/api/live';
import type { Host } from '@/api/schema';
import { CardState } from '@/components/CardState';
import { Panel } from '@/components/Panel';
import { QuietLink } from '@/components/QuietLink';
import { VmStatePill } from '@/domain/VmStatePill';
import { vmsOnHostQuery } from './queries';

/** The VMs on a host. */
export function HostVms({ host }: { host: Host }) {
  const { t } = useTranslation();
  const vms = useQuery({ ...vmsOnHostQuery(host.id), refetchInterval: usePolling() });
  return (
    <Panel
      title={t('vm.list.title')}
      actions={
        <QuietLink to={`/vms?q=${encodeURIComponent(`host:${host.name}`)}`}>
          {t('host.inList')}
        </QuietLink>
      }
    >
      <CardState query={vms} height="h-40">
        {({ items }) =>
          items.length === 0 ? (
            <p className="px-5 py-6 text-center text-ink-soft">{t('host.noVms')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((vm) => (
                <li
                  key={vm.id}
                  className="relative flex min-h-12 items-center gap-4 px-5 py-2 hover:bg-hover"
                >
                  <Link
                    to={`/vms/${vm.id}`}
                    className="min-w-0 truncate font-medium after:absolute after:inset-0"
                  >
                    {vm.name}
                  </Link>
                  <span className="ml-auto truncate font-mono text-sm text-ink-soft max-sm:hidden">
                    {vm.addresses[0]}
                  </span>
                  <VmStatePill state={vm.state} />
                </li>
              ))}
            </ul>
          )
        }
      </CardState>
    </Panel>
  );
}
