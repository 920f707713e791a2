import type { PowerAction, RepairAction, VmState } from '@/api/schema';

/** Which states an action makes sense in. The server has the last word. */
const POSSIBLE: Record<PowerAction, readonly VmState[]> = {
  start: ['STOPPED'],
  shutdown: ['RUNNING'],
  stop: ['RUNNING', 'PAUSED'],
  reboot: ['RUNNING'],
  reset: ['RUNNING'],
  pause: ['RUNNING'],
  resume: ['PAUSED'],
};

/** What is most likely wanted in a state. What is broken has its ways out beside the cause. */
export const LIKELY: Partial<Record<VmState, PowerAction>> = {
  RUNNING: 'shutdown',
  STOPPED: 'start',
  PAUSED: 'resume',
};

export function canAct(action: PowerAction, state: VmState): boolean {
  return POSSIBLE[action].includes(state);
}

/** The ways out of a state that is nothing to stay in, the most harmless first. */
export const REPAIRS: Record<VmState, readonly RepairAction[]> = {
  REQUESTED: [],
  PROVISIONING: [],
  RUNNING: [],
  STOPPED: [],
  PAUSED: [],
  FAILED: ['retry'],
  DELETING: [],
  LOST: ['check', 'recreate', 'forget'],
};
