import type { PowerAction, VmAction } from '@/api/schema';
import type { IconName } from '@/components/icons';

/** What is done to the guest without asking it. */
export type ForcedAction = 'stop' | 'reset';

export function isForced(action: VmAction): action is ForcedAction {
  return action === 'stop' || action === 'reset';
}

export const POWER_ICONS = {
  start: 'play',
  pause: 'pause',
  resume: 'resume',
  shutdown: 'power',
  reboot: 'reboot',
  stop: 'plug',
  reset: 'reset',
} as const satisfies Record<PowerAction, IconName>;

/** In the order of harm: what the guest is asked for first, what is done to it last. */
export const POWER_ACTIONS = [
  'start',
  'resume',
  'pause',
  'reboot',
  'shutdown',
  'reset',
  'stop',
] as const satisfies readonly PowerAction[];
