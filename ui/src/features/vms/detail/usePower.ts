import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerAction, Vm } from '@/api/schema';
import { isForced, type ForcedAction } from '../power';
import { canAct } from '../states';
import { useVmActing } from './useVmActing';

/** Turns a VM on and off; what the guest is not asked for, its reader is. */
export function usePower(vm: Vm) {
  const { t } = useTranslation();
  const act = useVmActing(vm, (action) =>
    t(`vm.requested.${action as PowerAction}`, { name: vm.name }),
  );
  const [confirming, setConfirming] = useState<ForcedAction>();

  return {
    confirming,
    error: confirming ? act.askedError : act.error,
    pending: act.pending,
    /** Does what was asked about. */
    run: (action: ForcedAction) => {
      act.confirmed(action, () => {
        setConfirming(undefined);
      });
    },
    /** Does it, or asks first. */
    choose: (action: PowerAction) => {
      if (!isForced(action)) {
        act.atOnce(action);
        return;
      }
      act.ask();
      setConfirming(action);
    },
    close: () => {
      setConfirming(undefined);
      act.abandon();
    },
    /** Why it can't be done now; undefined where it can. */
    unavailable: (action: PowerAction) => {
      if (!canAct(action, vm.state)) return t(`vm.because.${vm.state}`);
      return act.pending ? t('vm.because.pending') : undefined;
    },
  };
}

export type Power = ReturnType<typeof usePower>;
