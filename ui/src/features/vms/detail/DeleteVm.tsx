import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useDeleteVm } from '../queries';

/** Asks before a VM goes into the bin. */
export function DeleteVm({ vm, onClose }: { vm: Vm; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useToast();
  const remove = useDeleteVm(vm.id);
  const confirm = () => {
    remove.mutate(undefined, {
      onSuccess: () => {
        onClose();
        say(t('vm.delete.requested', { name: vm.name }));
      },
    });
  };
  return (
    <ConfirmDialog
      title={t('vm.delete.title', { name: vm.name })}
      text={<p>{t('vm.delete.text')}</p>}
      confirm={t('vm.delete.confirm')}
      busy={remove.isPending}
      error={remove.error && <ProblemNotice error={remove.error} />}
      onConfirm={confirm}
      onClose={() => {
        remove.abandon();
        onClose();
      }}
    />
  );
}
