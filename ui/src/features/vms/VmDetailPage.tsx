import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePolling } from '@/api/live';
import { ProblemError } from '@/api/problem';
import type { Vm } from '@/api/schema';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { EmptyState } from '@/components/EmptyState';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { Tags } from '@/components/Tags';
import { Contents } from '@/contributions/Contents';
import { useContributed } from '@/contributions/context';
import { Tabs } from '@/contributions/Tabs';
import { versionOf } from './version';
import { vmQuery } from './queries';
import { VmGone } from './VmGone';
import { VmStatePill } from './VmStatePill';
import { VmTrouble } from './VmTrouble';

export function VmDetailPage() {
  const { t } = useTranslation();
  const { id = '', '*': view = '' } = useParams();
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
  return (
    <>
      <PageHeader
        title={vm.name}
        back={{ to: '/vms', label: t('vm.list.title') }}
        aside={
          <>
            <span role="status">
              <VmStatePill state={vm.state} />
            </span>
            <Tags tags={vm.tags} />
          </>
        }
        actions={
          <Contents of={useContributed('vmActions')} props={{ vm }} resetOn={versionOf(vm)} />
        }
      />
      <div className="space-y-6">
        <VmTrouble vm={vm} />
        <Tabs
          label={t('vm.views')}
          path={`/vms/${vm.id}`}
          tabs={useContributed('vmTabs')}
          chosen={view}
          props={{ vm }}
          resetOn={versionOf(vm)}
          missing={<EmptyState title={t('notFound.title')} text={t('notFound.text')} />}
        />
      </div>
    </>
  );
}
