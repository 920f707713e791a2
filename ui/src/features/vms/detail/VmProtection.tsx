import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { Panel } from '@/components/Panel';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Switch } from '@/components/Switch';
import { useUpdateVm } from '../queries';

/** Whether the VM can be deleted at all. */
export function VmProtection({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const update = useUpdateVm(vm.id);
  return (
    <Panel title={t('vm.protection.title')}>
      <div className="space-y-3 px-5 py-4">
        <Switch
          label={t('vm.protection.label')}
          hint={t('vm.protection.hint')}
          checked={vm.protected}
          unavailable={update.isPending || vm.state === 'DELETING'}
          onChange={(kept) => {
            update.mutate({ seen: vm, patch: { protected: kept } });
          }}
        />
        {update.error && <ProblemNotice error={update.error} />}
      </div>
    </Panel>
  );
}
