import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api } from './client';
import { sendWhileReached } from './command';
import { unreachable } from './problem';
import { reachability } from './reachability';

const get = vi.spyOn(api, 'get');
let controller: AbortController;

/** A request that the network swallows. */
const swallowed = vi.fn<(signal: AbortSignal) => Promise<string>>(
  () => new Promise(() => undefined),
);

beforeEach(() => {
  vi.useFakeTimers();
  get.mockReset().mockResolvedValue({});
  swallowed.mockClear();
  reachability.answered();
  controller = new AbortController();
});
afterEach(() => {
  reachability.answered();
  vi.useRealTimers();
});

it('answers what the server said', async () => {
  await expect(sendWhileReached(() => Promise.resolve('done'), controller)).resolves.toBe('done');
});

it('sends nothing to a server that gives no sign of life', async () => {
  get.mockRejectedValue(unreachable());
  await expect(sendWhileReached(swallowed, controller)).rejects.toMatchObject({ status: 0 });
  expect(swallowed).not.toHaveBeenCalled();
});

it('is ended as unreachable when the server is lost', async () => {
  const sent = sendWhileReached(swallowed, controller);
  await vi.advanceTimersByTimeAsync(0);
  expect(swallowed).toHaveBeenCalledOnce();
  reachability.silent();
  await expect(sent).rejects.toMatchObject({ status: 0, slug: 'unreachable' });
  expect(swallowed.mock.calls[0]?.[0].aborted).toBe(true);
});

it('is ended when there is no answer for long, though the server is heard', async () => {
  const sent = sendWhileReached(swallowed, controller);
  const refused = expect(sent).rejects.toMatchObject({ status: 0 });
  await vi.advanceTimersByTimeAsync(30_000);
  await refused;
  expect(controller.signal.aborted).toBe(true);
});

it('is not sent any more by a reader who left while the server was asked', async () => {
  let answer: (value: unknown) => void = () => undefined;
  get.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const sent = sendWhileReached(swallowed, controller);
  const ended = expect(sent).rejects.toMatchObject({ name: 'AbortError' });
  controller.abort();
  answer({});
  await ended;
  await vi.advanceTimersByTimeAsync(0);
  expect(swallowed).not.toHaveBeenCalled();
});
