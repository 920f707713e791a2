import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PowerAction, Vm } from '@/api/schema';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { IconName } from '@/components/icons';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useToast } from '@/components/toasts';
import { randomKey } from '@/lib/random';
import { useVmAction } from './queries';
import { canAct } from './states';

type ForcedAction = 'stop' | 'reset';

const ICONS: Record<PowerAction, IconName> = {
  start: 'play',
  pause: 'pause',
  resume: 'resume',
  shutdown: 'power',
  reboot: 'reboot',
  stop: 'plug',
  reset: 'reset',
};

/** In the order of harm: what the guest is asked for first, what is done to it last. */
const GENTLE = ['start', 'pause', 'resume', 'shutdown', 'reboot'] as const;
const FORCED = ['stop', 'reset'] as const;

export function VmPower({ vm }: { vm: Vm }) {
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
  const close = () => {
    setConfirming(undefined);
    act.abandon();
  };
  const unavailable = (action: PowerAction) => !canAct(action, vm.state) || act.isPending;

  return (
    <section aria-label={t('vm.power')}>
      <div className="flex flex-wrap items-center gap-2">
        {GENTLE.map((action) => (
          <Button
            key={action}
            icon={ICONS[action]}
            look={action === 'start' && canAct(action, vm.state) ? 'primary' : 'secondary'}
            unavailable={unavailable(action)}
            onClick={() => {
              run(action);
            }}
          >
            {t(`vm.action.${action}`)}
          </Button>
        ))}
        <span aria-hidden="true" className="mx-1 hidden h-6 w-px bg-line-strong sm:block" />
        {FORCED.map((action) => (
          <Button
            key={action}
            icon={ICONS[action]}
            look="dangerGhost"
            unavailable={unavailable(action)}
            onClick={() => {
              act.reset();
              setConfirming(action);
            }}
          >
            {t(`vm.action.${action}`)}
          </Button>
        ))}
      </div>
      {act.error && !confirming && <ProblemNotice error={act.error} className="mt-4" />}
      {confirming && (
        <ConfirmDialog
          title={t(`vm.force.${confirming}.title`, { name: vm.name })}
          text={<p>{t(`vm.force.${confirming}.text`)}</p>}
          confirm={t(`vm.action.${confirming}`)}
          busy={act.isPending}
          error={act.error && <ProblemNotice error={act.error} />}
          onConfirm={() => {
            run(confirming);
          }}
          onClose={close}
        />
      )}
    </section>
  );
}
