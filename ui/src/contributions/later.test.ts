import { describe, expect, it, vi } from 'vitest';
import { later, loadAll } from './later';

const component = () => null;

describe('a component for later', () => {
  it('is loaded once, however often it is asked for', async () => {
    const script = vi.fn(() => Promise.resolve(component));
    const page = later(script);
    expect(script).not.toHaveBeenCalled();
    await loadAll([page, component, page]);
    await page.load();
    expect(script).toHaveBeenCalledOnce();
  });

  it('that could not be loaded is tried again when it is asked for again', async () => {
    const script = vi.fn(() => Promise.reject<() => null>(new Error('gone')));
    const page = later(script);
    await loadAll([page]);
    await expect(page.load()).rejects.toThrow('gone');
    expect(script).toHaveBeenCalledTimes(2);
  });
});
