import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Reachability } from './reachability';

const NOON = Date.parse('2026-01-01T12:00:00Z');
let reachability: Reachability;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  reachability = new Reachability();
});
afterEach(() => {
  vi.useRealTimers();
});

it('is lost half a second after the first failure, as of the last answer', () => {
  vi.advanceTimersByTime(60_000);
  reachability.answered();
  vi.advanceTimersByTime(9_000);
  reachability.unanswered();
  expect(reachability.read().lost).toBe(false);
  vi.advanceTimersByTime(500);
  expect(reachability.read()).toEqual({ lost: true, asOf: NOON + 60_000 });
});

it('passes over a failure that is followed by an answer', () => {
  const heard = vi.fn();
  reachability.subscribe(heard);
  reachability.unanswered();
  vi.advanceTimersByTime(400);
  reachability.answered();
  vi.advanceTimersByTime(1_000);
  expect(heard).not.toHaveBeenCalled();
});

it('tells when the server is back', () => {
  const heard = vi.fn();
  reachability.unanswered();
  vi.advanceTimersByTime(500);
  reachability.subscribe(heard);
  reachability.answered();
  expect(heard).toHaveBeenCalledOnce();
  expect(reachability.read().lost).toBe(false);
});
