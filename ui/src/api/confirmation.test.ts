import { afterEach, expect, test } from 'vitest';
import { confirmation } from './confirmation';

const leave: (() => void)[] = [];

afterEach(() => {
  confirmation.end(false);
  for (const unsubscribe of leave.splice(0)) unsubscribe();
});

test('nobody is asked where nothing could ask', async () => {
  expect(await confirmation.ask()).toBe(false);
  expect(confirmation.isAsked()).toBe(false);
});

test('all who wait hear the one answer', async () => {
  let told = 0;
  leave.push(confirmation.subscribe(() => told++));
  const waiting = [confirmation.ask(), confirmation.ask()];
  expect(confirmation.isAsked()).toBe(true);
  confirmation.end(true);
  expect(await Promise.all(waiting)).toEqual([true, true]);
  expect(confirmation.isAsked()).toBe(false);
  expect(told).toBe(3);
});
