import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePolling } from '@/api/live';
import { ProblemError } from '@/api/problem';
import type { Vm } from '@/api/schema';
import { DetailSkeleton } from '@/components/DetailSkeleton';
import { LoadError } from '@/components/LoadError';
import { PageHeader } from '@/components/PageHeader';
import { TwoColumns } from '@/components/TwoColumns';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Tags } from '@/components/Tags';
import { DeleteVm } from './DeleteVm';
import { EditVm } from './EditVm';
import { vmQuery } from './queries';
import { VmAccess } from './VmAccess';
import { VmFacts } from './VmFacts';
import { VmGone } from './VmGone';
import { VmJobs } from './VmJobs';
import { VmPower } from './VmPower';
import { VmStatePill } from './VmStatePill';

export function VmDetailPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const vm = useQuery({ ...vmQuery(id), refetchInterval: usePolling() });
  if (vm.error instanceof ProblemError && vm.error.status === 404) {
    return <VmGone {...(vm.data && { name: vm.data.name })} />;
  }
  if (vm.data) return <VmDetail vm={vm.data} />;
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

function VmDetail({ vm }: { vm: Vm }) {
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
          <>
            <EditVm vm={vm} />
            <DeleteVm vm={vm} />
          </>
        }
      />
      <div className="space-y-6">
        {vm.problem && (
          <ProblemNotice
            error={vm.problem}
            alert={false}
            title={t(`vm.problem.${problemKind(vm)}`)}
          />
        )}
        <VmPower vm={vm} />
        <TwoColumns
          main={
            <>
              <VmAccess vm={vm} />
              <VmJobs vm={vm} />
            </>
          }
          side={<VmFacts vm={vm} />}
        />
      </div>
    </>
  );
}

function problemKind(vm: Vm): 'failed' | 'lost' | 'other' {
  if (vm.state === 'FAILED') return 'failed';
  return vm.state === 'LOST' ? 'lost' : 'other';
}
