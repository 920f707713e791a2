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

it('is lost one and a half seconds after the first failure, as of the last answer', () => {
  vi.advanceTimersByTime(60_000);
  reachability.answered();
  vi.advanceTimersByTime(9_000);
  reachability.unanswered();
  vi.advanceTimersByTime(1_400);
  expect(reachability.read().lost).toBe(false);
  vi.advanceTimersByTime(100);
  expect(reachability.read()).toEqual({ lost: true, asOf: NOON + 60_000 });
});

it('passes over a failure that is followed by an answer', () => {
  const heard = vi.fn();
  reachability.subscribe(heard);
  reachability.unanswered();
  vi.advanceTimersByTime(1_200);
  reachability.answered();
  vi.advanceTimersByTime(2_000);
  expect(heard).not.toHaveBeenCalled();
});

it('tells when the server is back', () => {
  const heard = vi.fn();
  reachability.unanswered();
  vi.advanceTimersByTime(1_500);
  reachability.subscribe(heard);
  reachability.answered();
  expect(heard).toHaveBeenCalledOnce();
  expect(reachability.read().lost).toBe(false);
});

it('is lost at once when the server has fallen silent', () => {
  reachability.silent();
  expect(reachability.read().lost).toBe(true);
});

it('is doubted once, from the first failure until an answer or the loss', () => {
  const doubted = vi.fn();
  reachability.onDoubt(doubted);
  reachability.unanswered();
  reachability.unanswered();
  expect(doubted).toHaveBeenCalledOnce();
  expect(reachability.doubted).toBe(true);
  reachability.answered();
  expect(reachability.doubted).toBe(false);
  reachability.unanswered();
  vi.advanceTimersByTime(1_500);
  expect(reachability.doubted).toBe(false);
});
