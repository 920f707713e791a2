import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerAction, Vm } from '@/api/schema';
import { useToast } from '@/components/toasts';
import { randomKey } from '@/lib/random';
import { isForced, type ForcedAction } from '../power';
import { useVmAction } from '../queries';
import { canAct } from '../states';

/** Turns a VM on and off; what the guest is not asked for, its reader is. */
export function usePower(vm: Vm) {
  const { t } = useTranslation();
  const say = useToast();
  const act = useVmAction(vm.id);
  const [confirming, setConfirming] = useState<ForcedAction>();

  const run = (action: PowerAction) => {
    act.mutate(
      { action, key: randomKey() },
      {
        onSuccess: () => {
          setConfirming(undefined);
          say(t(`vm.requested.${action}`, { name: vm.name }));
        },
      },
    );
  };
  return {
    confirming,
    error: act.error,
    pending: act.isPending,
    run,
    /** Does it, or asks first. */
    choose: (action: PowerAction) => {
      if (!isForced(action)) {
        run(action);
        return;
      }
      act.reset();
      setConfirming(action);
    },
    close: () => {
      setConfirming(undefined);
      act.abandon();
    },
    /** Why it can't be done now; undefined where it can. */
    unavailable: (action: PowerAction) => {
      if (!canAct(action, vm.state)) return t(`vm.because.${vm.state}`);
      return act.isPending ? t('vm.because.pending') : undefined;
    },
  };
}

export type Power = ReturnType<typeof usePower>;
