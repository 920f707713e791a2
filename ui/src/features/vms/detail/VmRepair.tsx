import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RepairAction, Vm } from '@/api/schema';
import { Button, LinkButton } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { IconName } from '@/components/icons';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useVmActing } from './useVmActing';

const ICONS: Record<RepairAction, IconName> = {
  check: 'search',
  recreate: 'add',
  forget: 'trash',
  retry: 'reboot',
};

type Asked = 'recreate' | 'forget';

function isAsked(action: RepairAction): action is Asked {
  return action === 'recreate' || action === 'forget';
}

/** The ways out for a VM that is broken; those that cost something ask first. */
export function VmRepair({ vm, repairs }: { vm: Vm; repairs: readonly RepairAction[] }) {
  const { t } = useTranslation();
  const act = useVmActing(vm, (action) =>
    t(`vm.repair.${action as RepairAction}.requested`, { name: vm.name }),
  );
  const [confirming, setConfirming] = useState<Asked>();

  const close = () => {
    setConfirming(undefined);
    act.abandon();
  };

  return (
    <div role="group" aria-label={t('vm.repair.label')} className="flex flex-wrap gap-2">
      {repairs.map((action, index) => (
        <Button
          key={action}
          icon={ICONS[action]}
          look={action === 'forget' ? 'dangerGhost' : index === 0 ? 'primary' : 'secondary'}
          unavailable={act.pending}
          onClick={() => {
            if (!isAsked(action)) {
              act.atOnce(action);
              return;
            }
            act.ask();
            setConfirming(action);
          }}
        >
          {t(`vm.repair.${action}.action`)}
        </Button>
      ))}
      {vm.state === 'FAILED' && (
        <LinkButton to={`/vms/new?from=${vm.id}`} icon="edit">
          {t('vm.repair.again')}
        </LinkButton>
      )}
      {act.error && !confirming && <ProblemNotice error={act.error} className="w-full" />}
      {confirming && (
        <ConfirmDialog
          title={t(`vm.repair.${confirming}.title`, { name: vm.name })}
          text={<p>{t(`vm.repair.${confirming}.text`)}</p>}
          confirm={t(`vm.repair.${confirming}.action`)}
          busy={act.pending}
          error={act.askedError && <ProblemNotice error={act.askedError} />}
          onConfirm={() => {
            act.confirmed(confirming, () => {
              setConfirming(undefined);
            });
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
