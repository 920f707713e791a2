import { expect, it } from 'vitest';
import { canAct } from './states';

it('offers only what makes sense in a state', () => {
  expect(canAct('start', 'STOPPED')).toBe(true);
  expect(canAct('start', 'RUNNING')).toBe(false);
  expect(canAct('resume', 'PAUSED')).toBe(true);
  expect(canAct('shutdown', 'PAUSED')).toBe(false);
  expect(canAct('stop', 'PROVISIONING')).toBe(false);
});
