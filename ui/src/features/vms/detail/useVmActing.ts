import { useTranslation } from 'react-i18next';
import type { PowerAction, RepairAction, Vm } from '@/api/schema';
import { useToast } from '@/components/toasts';
import { useProblemText } from '@/components/useProblemText';
import { randomKey } from '@/lib/random';
import { useIsHere } from '@/lib/useIsHere';
import { useVmAction, useVmActionAtOnce } from '../queries';

/** Does something to a VM, at once or after a question, and says so wherever its reader is by then. */
export function useVmActing(vm: Vm, said: (action: PowerAction | RepairAction) => string) {
  const { t } = useTranslation();
  const say = useToast();
  const problemText = useProblemText();
  const isHere = useIsHere();
  const asked = useVmAction(vm.id);
  const order = useVmActionAtOnce(vm.id);
  return {
    pending: asked.isPending || order.isPending,
    /** What became of the last thing that was done at once. */
    error: order.error,
    askedError: asked.error,
    atOnce: (action: PowerAction | RepairAction) => {
      order.give({ action, key: randomKey() }).then(
        () => {
          say(said(action));
        },
        (error: unknown) => {
          // Whoever is still here reads it on the page.
          if (isHere()) return;
          say(t('vm.orderFailed', { name: vm.name, reason: problemText(error) }), 'fail');
        },
      );
    },
    confirmed: (action: PowerAction | RepairAction, done: () => void) => {
      asked.mutate(
        { action, key: randomKey() },
        {
          onSuccess: () => {
            done();
            say(said(action));
          },
        },
      );
    },
    /** Before a question: what failed before has nothing to do with it. */
    ask: () => {
      asked.reset();
      order.reset();
    },
    abandon: asked.abandon,
  };
}
