import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { REPAIRS } from '../states';
import { VmRepair } from './VmRepair';

/** What is wrong with a VM: the cause, the remedy, and the buttons that do it. */
export function VmTrouble({ vm }: { vm: Vm }) {
  const repairs = REPAIRS[vm.state];
  if (!vm.problem && repairs.length === 0) return null;
  return (
    <section className="space-y-3">
      <Cause vm={vm} />
      {repairs.length > 0 && <VmRepair vm={vm} repairs={repairs} />}
    </section>
  );
}

function Cause({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const title = t(`vm.problem.${problemKind(vm)}`);
  if (vm.problem) return <ProblemNotice error={vm.problem} alert={false} title={title} />;
  return (
    <Notice tone="fail" title={title}>
      <p>{t('vm.lost.cause', { host: vm.host?.name ?? t('vm.field.host') })}</p>
      <p className="text-ink-soft">{t('vm.lost.remedy')}</p>
    </Notice>
  );
}

function problemKind(vm: Vm): 'failed' | 'lost' | 'other' {
  if (vm.state === 'FAILED') return 'failed';
  return vm.state === 'LOST' ? 'lost' : 'other';
}
