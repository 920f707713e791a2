import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useDeleteVm } from './queries';

export function DeleteVm({ vm }: { vm: Vm }) {
  const { t } = useTranslation();
  const say = useToast();
  const remove = useDeleteVm(vm.id);
  const [asking, setAsking] = useState(false);
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
      <Button
        icon="trash"
        look="dangerGhost"
        unavailable={vm.state === 'DELETING'}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('vm.delete.action')}
      </Button>
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
