import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vm } from '@/api/schema';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { setApart, type MenuItem } from '@/components/Menu';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { useProblemText } from '@/components/useProblemText';
import { useContributed } from '@/contributions/context';
import { useMenuEntries } from '@/contributions/useMenuEntries';
import { randomKey } from '@/lib/random';
import { isForced, POWER_ACTIONS, POWER_ICONS, type ForcedAction } from '../power';
import { useVmOrder, useVmOrderAtOnce, type VmOrder } from '../queries';
import { canAct } from '../states';

interface ForcedOrder extends VmOrder {
  action: ForcedAction;
}

/** What a row of the list offers, and what is said and asked about it. */
export function useVmMenu(): { menu: (vm: Vm) => MenuItem[]; notices: ReactNode } {
  const { t } = useTranslation();
  const say = useToast();
  const problemText = useProblemText();
  const order = useVmOrder();
  const { give } = useVmOrderAtOnce();
  const [asking, setAsking] = useState<ForcedOrder>();
  const { items, dialog } = useMenuEntries(useContributed('vmMenu'));

  const orderAtOnce = useCallback(
    (given: VmOrder) => {
      const { name } = given.vm;
      give({ ...given, key: randomKey() }).then(
        () => {
          say(t(`vm.requested.${given.action}`, { name }));
        },
        (error: unknown) => {
          say(t('vm.orderFailed', { name, reason: problemText(error) }), 'fail');
        },
      );
    },
    [give, say, t, problemText],
  );
  const confirm = (given: ForcedOrder) => {
    order.mutate(
      { ...given, key: randomKey() },
      {
        onSuccess: () => {
          setAsking(undefined);
          say(t(`vm.requested.${given.action}`, { name: given.vm.name }));
        },
      },
    );
  };
  const menu = useCallback(
    (vm: Vm): MenuItem[] => [
      ...POWER_ACTIONS.filter((action) => canAct(action, vm.state)).map((action) => ({
        id: action,
        icon: POWER_ICONS[action],
        label: t(`vm.action.${action}`),
        danger: isForced(action),
        run: () => {
          if (isForced(action)) setAsking({ vm, action });
          else orderAtOnce({ vm, action });
        },
      })),
      ...setApart(items({ vm })),
    ],
    [t, orderAtOnce, items],
  );

  return {
    menu,
    notices: (
      <>
        {dialog}
        {asking && (
          <OrderQuestion
            order={asking}
            busy={order.isPending}
            error={order.error}
            onConfirm={() => {
              confirm(asking);
            }}
            onClose={() => {
              setAsking(undefined);
              order.abandon();
            }}
          />
        )}
      </>
    ),
  };
}

function OrderQuestion({
  order: { vm, action },
  busy,
  error,
  onConfirm,
  onClose,
}: {
  order: ForcedOrder;
  busy: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      title={t(`vm.force.${action}.title`, { name: vm.name })}
      text={<p>{t(`vm.force.${action}.text`)}</p>}
      confirm={t(`vm.action.${action}`)}
      busy={busy}
      error={error && <ProblemNotice error={error} />}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
