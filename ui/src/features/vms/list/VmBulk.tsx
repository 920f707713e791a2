import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job, VmAction } from '@/api/schema';
import { Button } from '@/components/Button';
import type { IconName } from '@/components/icons';
import type { Chosen } from '@/components/list/SelectionBar';
import { withTerm } from '@/components/list/searchWords';
import { Menu } from '@/components/Menu';
import { isForced, POWER_ICONS } from '../power';
import type { BulkTargets } from '../queries';
import { BulkQuestion } from './BulkQuestion';

const ICONS = { ...POWER_ICONS, delete: 'trash' } as const satisfies Partial<
  Record<VmAction, IconName>
>;

export type BulkAction = keyof typeof ICONS;

/** In sight; the others are in a menu. */
const USUAL = ['start', 'shutdown', 'reboot', 'stop', 'delete'] as const;
const OTHERS = ['pause', 'resume', 'reset'] as const;

/** Whether it takes something from a guest. */
function isHarmful(action: BulkAction): boolean {
  return isForced(action) || action === 'delete';
}

/** What can be done to all VMs that are selected. */
export function VmBulk({ chosen, onDone }: { chosen: Chosen; onDone: (job: Job) => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<{ action: BulkAction; targets: BulkTargets }>();
  const ask = (action: BulkAction) => {
    setAsking({ action, targets: targetsOf(chosen) });
  };
  return (
    <>
      {USUAL.map((action) => (
        <Button
          key={action}
          icon={ICONS[action]}
          look={isHarmful(action) ? 'dangerGhost' : 'secondary'}
          unavailable={chosen.count === 0}
          onClick={() => {
            ask(action);
          }}
        >
          {t(`vm.bulk.action.${action}`)}
        </Button>
      ))}
      <Menu
        label={t('vm.bulk.more')}
        items={() =>
          OTHERS.map((action) => ({
            id: action,
            icon: ICONS[action],
            label: t(`vm.bulk.action.${action}`),
            danger: isHarmful(action),
            unavailable: chosen.count === 0 ? t('list.selected', { count: 0 }) : undefined,
            run: () => {
              ask(action);
            },
          }))
        }
      />
      {asking && (
        <BulkQuestion
          {...asking}
          harmful={isHarmful(asking.action)}
          onDone={(job) => {
            setAsking(undefined);
            onDone(job);
          }}
          onClose={() => {
            setAsking(undefined);
          }}
        />
      )}
    </>
  );
}

/** The server refuses an empty search: that all are meant has to be said. */
function targetsOf(chosen: Chosen): BulkTargets {
  if ('ids' in chosen) return { ids: chosen.ids };
  const { q, state } = chosen;
  return { q: withTerm(q, state ? `state:${state.toLowerCase()}` : 'state:any') };
}
