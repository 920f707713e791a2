import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api } from './client';
import { ProblemError, unreachable } from './problem';
import { probe, probeWhileAway } from './probe';
import { reachability } from './reachability';

const get = vi.spyOn(api, 'get');
const stream = { wake: vi.fn(), doubt: vi.fn() };
let stop: () => void = () => undefined;

/** What the client does where nobody answers. */
function nobodyAnswers(): Promise<never> {
  reachability.unanswered();
  return Promise.reject(unreachable());
}

/** What the client does with an answer. */
function somebodyAnswers(): Promise<unknown> {
  reachability.answered();
  return Promise.resolve({});
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  get.mockReset().mockImplementation(nobodyAnswers);
  stream.wake.mockReset();
  stream.doubt.mockReset();
  reachability.answered();
  stop = probeWhileAway(stream);
});
afterEach(() => {
  stop();
  reachability.answered();
  vi.useRealTimers();
});

it('asks at once when a request is not answered, and shows nothing of a short hiccup', async () => {
  const shown = vi.fn();
  const unsubscribe = reachability.subscribe(shown);
  reachability.unanswered();
  expect(get).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(800);
  get.mockImplementation(somebodyAnswers);
  await vi.advanceTimersByTimeAsync(10_000);
  unsubscribe();
  expect(shown).not.toHaveBeenCalled();
  expect(get).toHaveBeenCalledTimes(3);
});

it('asks every few seconds for a server that is away, until it is back', async () => {
  reachability.silent();
  await vi.advanceTimersByTimeAsync(6_000);
  expect(get).toHaveBeenCalledTimes(2);
  get.mockImplementation(somebodyAnswers);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(get).toHaveBeenCalledTimes(3);
  expect(stream.wake).toHaveBeenCalled();
});

it('leaves the stream alone when the server answers with a refusal', async () => {
  const refusal = { type: 'about:blank', title: 'Unavailable', status: 503, detail: 'Starting.' };
  get.mockRejectedValue(new ProblemError(refusal));
  await probe(stream);
  expect(stream.doubt).not.toHaveBeenCalled();

  get.mockRejectedValue(unreachable());
  await probe(stream);
  expect(stream.doubt).toHaveBeenCalledOnce();
});
