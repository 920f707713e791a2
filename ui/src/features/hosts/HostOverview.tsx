import { useTranslation } from 'react-i18next';
import type { Host } from '@/api/schema';
import { Fact, Facts } from '@/components/Facts';
import { Panel } from '@/components/Panel';
import { Tags } from '@/components/Tags';
import { TwoColumns } from '@/components/TwoColumns';
import { HostJobs } from './HostJobs';
import { HostRoom } from './HostRoom';

/** What a host has and what is free of it, and what waits for it. */
export function HostOverview({ host }: { host: Host }) {
  const { t } = useTranslation();
  return (
    <TwoColumns
      main={
        <>
          <Panel title={t('host.field.room')}>
            <div className="px-5 py-4">
              <HostRoom host={host} />
            </div>
          </Panel>
          <HostJobs host={host} />
        </>
      }
      side={
        <Panel title={t('host.facts')}>
          <Facts>
            <Fact name={t('host.field.vms')}>{host.vms}</Fact>
            <Fact name={t('host.field.backend')}>{host.backend}</Fact>
            <Fact name={t('host.field.accelerated')}>
              {host.accelerated ? t('common.yes') : t('common.no')}
            </Fact>
            {host.uri !== '' && (
              <Fact wide name={t('host.field.uri')}>
                <code className="font-mono text-sm">{host.uri}</code>
              </Fact>
            )}
            {host.capabilities.length > 0 && (
              <Fact wide name={t('host.field.capabilities')}>
                <span className="flex flex-wrap gap-1.5 pt-1">
                  <Tags tags={host.capabilities} />
                </span>
              </Fact>
            )}
            <Fact wide name={t('common.id')}>
              <code className="font-mono text-xs">{host.id}</code>
            </Fact>
          </Facts>
        </Panel>
      }
    />
  );
}
