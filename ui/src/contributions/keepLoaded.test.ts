import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLoaded } from './keepLoaded';
import { Modules } from './modules';
import { Registry } from './registry';

const page = () => null;
const found = { default: { id: 'any', name: 'any', routes: [{ path: 'racks', page }] } };
const rack = { id: 'rack', name: 'Racks', sdk: '1.0', module: '/plugins/rack/1a/rack.js' };
const shelf = { id: 'shelf', name: 'Shelves', sdk: '1.0', module: '/plugins/shelf/1a/shelf.js' };

function start(load: (address: string) => Promise<unknown>) {
  return new Modules({ registry: new Registry(), sdk: '1.0.0', load, setTexts: () => undefined });
}

describe('a module that could not be loaded', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is tried again after a while, at an address that the browser does not remember as failed', async () => {
    const load = vi
      .fn<(address: string) => Promise<unknown>>()
      .mockRejectedValueOnce(new Error('gone'))
      .mockRejectedValueOnce(new Error('still gone'))
      .mockResolvedValue(found);
    const tell = vi.fn();
    keepLoaded(start(load), [rack], tell);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(load.mock.calls.flat()).toEqual([
      rack.module,
      `${rack.module}?attempt=1`,
      `${rack.module}?attempt=2`,
    ]);
    expect(tell).toHaveBeenLastCalledWith([]);
  });

  it('is not tried again once others are wanted, nor is its fault told', async () => {
    let fail: (error: Error) => void = () => undefined;
    const load = vi.fn((address: string) =>
      address === rack.module
        ? new Promise((_, reject) => {
            fail = reject;
          })
        : Promise.resolve(found),
    );
    const modules = start(load);
    const tellFormer = vi.fn();
    const tell = vi.fn();
    keepLoaded(modules, [rack], tellFormer)();
    keepLoaded(modules, [shelf], tell);
    fail(new Error('gone'));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(tellFormer).not.toHaveBeenCalled();
    expect(tell.mock.calls).toEqual([[[]]]);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is not tried again where that could not help', async () => {
    const load = vi.fn(() => Promise.resolve({}));
    const tell = vi.fn();
    keepLoaded(start(load), [rack], tell);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(load).toHaveBeenCalledOnce();
    expect(tell).toHaveBeenCalledOnce();
  });
});
