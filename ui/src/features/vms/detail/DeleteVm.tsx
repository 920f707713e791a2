import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Action } from '@/components/detail/ActionMenu';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useDeleteVm } from '../queries';

export function DeleteVm({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const say = useToast();
  const remove = useDeleteVm(vm.id);
  const [asking, setAsking] = useState(false);
  const unavailable = ({ state, protected: kept }: Vm) => {
    if (state === 'DELETING') return t('vm.because.DELETING');
    return kept ? t('vm.because.protected') : undefined;
  };
  const close = () => {
    setAsking(false);
    remove.abandon();
  };
  const confirm = () => {
    remove.mutate(undefined, {
      onSuccess: () => {
        close();
        say(t('vm.delete.requested', { name: vm.name }));
      },
    });
  };
  return (
    <>
      <Action
        icon="trash"
        harmful
        unavailable={unavailable(vm)}
        onChoose={() => {
          setAsking(true);
        }}
      >
        {t('vm.delete.action')}
      </Action>
      {asking && (
        <ConfirmDialog
          title={t('vm.delete.title', { name: vm.name })}
          text={<p>{t('vm.delete.text')}</p>}
          confirm={t('vm.delete.confirm')}
          busy={remove.isPending}
          error={remove.error && <ProblemNotice error={remove.error} />}
          onConfirm={confirm}
          onClose={close}
        />
      )}
    </>
  );
}
