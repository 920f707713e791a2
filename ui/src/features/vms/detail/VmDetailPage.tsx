import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePolling } from '@/api/live';
import { ProblemError } from '@/api/problem';
import type { Vm } from '@/api/schema';
import { DetailHeader } from '@/components/detail/DetailHeader';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { EmptyState } from '@/components/EmptyState';
import { LoadError } from '@/components/LoadError';
import { ActionMenu } from '@/components/detail/ActionMenu';
import { setApart } from '@/components/Menu';
import { PageHeader } from '@/components/PageHeader';
import { Tags } from '@/components/Tags';
import { Contents } from '@/contributions/Contents';
import { useContributed } from '@/contributions/context';
import { useAtOnce } from '@/contributions/useAtOnce';
import { useMenuEntries } from '@/contributions/useMenuEntries';
import { TabBar, TabContent } from '@/contributions/Tabs';
import { versionOf } from '../version';
import { vmQuery } from '../queries';
import { usePower } from './usePower';
import { VmGone } from './VmGone';
import { LikelyPower, PowerOutcome, usePowerItems } from './VmPower';
import { VmStatePill } from '@/domain/VmStatePill';
import { VmTrouble } from './VmTrouble';

export function VmDetailPage() {
  const { t } = useTranslation();
  const { id = '', '*': view = '' } = useParams();
  useAtOnce(useContributed('vmTabs'), useContributed('vmCards'), useContributed('vmActions'));
  const vm = useQuery({ ...vmQuery(id), refetchInterval: usePolling() });
  if (vm.error instanceof ProblemError && vm.error.status === 404) {
    return <VmGone {...(vm.data && { name: vm.data.name })} />;
  }
  if (vm.data) return <VmDetail key={vm.data.id} vm={vm.data} view={view} />;
  if (vm.error) {
    return (
      <>
        <PageHeader title={t('vm.one')} back={{ to: '/vms', label: t('vm.list.title') }} />
        <LoadError error={vm.error} title={t('vm.failed')} onRetry={() => void vm.refetch()} />
      </>
    );
  }
  return <DetailSkeleton label={t('common.loading')} />;
}

function VmDetail({ vm, view }: { vm: Vm; view: string }) {
  const { t } = useTranslation();
  const power = usePower(vm);
  const powerItems = usePowerItems(vm, power);
  const menu = useMenuEntries(useContributed('vmMenu'), { vm });
  const tabs = useContributed('vmTabs');
  const path = `/vms/${vm.id}`;
  return (
    <>
      <DetailHeader
        title={vm.name}
        back={{ to: '/vms', label: t('vm.list.title') }}
        state={
          <span role="status">
            <VmStatePill state={vm.state} />
          </span>
        }
        labels={<Tags tags={vm.tags} />}
        actions={
          <>
            <LikelyPower vm={vm} power={power} />
            <Contents of={useContributed('vmActions')} props={{ vm }} resetOn={versionOf(vm)} />
            <ActionMenu
              label={t('vm.actions')}
              items={() => [...powerItems, ...setApart(menu.items({ vm }))]}
            />
          </>
        }
        tabs={<TabBar label={t('vm.views')} path={path} tabs={tabs} chosen={view} />}
      />
      {menu.dialog}
      <div className="space-y-6">
        <PowerOutcome vm={vm} power={power} />
        <VmTrouble vm={vm} />
        <TabContent
          tabs={tabs}
          chosen={view}
          props={{ vm }}
          resetOn={versionOf(vm)}
          missing={<EmptyState title={t('notFound.title')} text={t('notFound.text')} />}
        />
      </div>
    </>
  );
}
