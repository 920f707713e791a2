import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerAction, Vm } from '@/api/schema';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { IconName } from '@/components/icons';
import type { MenuItem } from '@/components/Menu';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { randomKey } from '@/lib/random';
import { useVmOrder, type VmOrder } from '../queries';
import { canAct } from '../states';

type Forced = 'stop' | 'reset';

const POWER: readonly (readonly [PowerAction, IconName])[] = [
  ['start', 'play'],
  ['resume', 'resume'],
  ['pause', 'pause'],
  ['shutdown', 'power'],
  ['reboot', 'reboot'],
  ['stop', 'plug'],
  ['reset', 'reset'],
];

/** What a row of the list offers, and what is said and asked about it. */
export function useVmMenu(): { menu: (vm: Vm) => MenuItem[]; notices: ReactNode } {
  const { t } = useTranslation();
  const say = useToast();
  const { mutate, ...order } = useVmOrder();
  const [asking, setAsking] = useState<VmOrder>();

  const give = useCallback(
    (given: VmOrder) => {
      const { vm, action } = given;
      mutate(
        { vm, action, key: randomKey() },
        {
          onSuccess: () => {
            setAsking(undefined);
            say(
              action === 'delete'
                ? t('vm.delete.requested', { name: vm.name })
                : t(`vm.requested.${action}`, { name: vm.name }),
            );
          },
        },
      );
    },
    [mutate, say, t],
  );
  const menu = useCallback(
    (vm: Vm): MenuItem[] => [
      ...POWER.filter(([action]) => canAct(action, vm.state)).map(([action, icon]) => ({
        id: action,
        icon,
        label: t(`vm.action.${action}`),
        danger: isForced(action),
        run: () => {
          if (isForced(action)) setAsking({ vm, action });
          else give({ vm, action });
        },
      })),
      {
        id: 'delete',
        icon: 'trash' as const,
        label: t('vm.delete.action'),
        danger: true,
        unavailable: vm.protected ? t('vm.list.protected') : undefined,
        run: () => {
          setAsking({ vm, action: 'delete' });
        },
      },
    ],
    [t, give],
  );

  return {
    menu,
    notices: asking ? (
      <OrderQuestion
        order={asking}
        busy={order.isPending}
        error={order.error}
        onConfirm={() => {
          give(asking);
        }}
        onClose={() => {
          setAsking(undefined);
          order.abandon();
        }}
      />
    ) : (
      order.error && (
        <ProblemNotice error={order.error} title={order.variables.vm.name} className="mb-4" />
      )
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
  order: VmOrder;
  busy: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const forced = isForced(action) ? action : undefined;
  return (
    <ConfirmDialog
      title={t(forced ? `vm.force.${forced}.title` : 'vm.delete.title', { name: vm.name })}
      text={<p>{t(forced ? `vm.force.${forced}.text` : 'vm.delete.text')}</p>}
      confirm={t(forced ? `vm.action.${forced}` : 'vm.delete.confirm')}
      busy={busy}
      error={error && <ProblemNotice error={error} />}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}

function isForced(action: PowerAction | 'delete'): action is Forced {
  return action === 'stop' || action === 'reset';
}
