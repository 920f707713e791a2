import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { prerender } from 'react-dom/static';
import { describe, expect, it, vi } from 'vitest';
import { later, loadAll, NotLoaded } from './later';

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

  it('that could not be loaded is not asked for by each drawing, but when somebody tries again', async () => {
    const script = vi
      .fn<() => Promise<() => string>>()
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(() => 'here');
    const page = later(script);
    const drawn = () => prerender(createElement(page), { onError: () => undefined });

    const fault = await drawn().catch((error: unknown) => error);
    await expect(drawn()).rejects.toThrow('gone');
    expect(script).toHaveBeenCalledOnce();

    expect(fault).toBeInstanceOf(NotLoaded);
    (fault as NotLoaded).forget();
    expect(await new Response((await drawn()).prelude).text()).toBe('here');
    expect(script).toHaveBeenCalledTimes(2);
  });

  it('is drawn at once when it is there', async () => {
    const page = later(() => Promise.resolve(() => 'here'));
    await page.load();
    expect(page.pending()).toBeUndefined();
    expect(renderToStaticMarkup(createElement(page))).toBe('here');
  });

  it('that could not be loaded before it was drawn is tried again when it is', async () => {
    const script = vi
      .fn<() => Promise<() => string>>()
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(() => 'here');
    const page = later(script);
    await loadAll([page]);
    const { prelude } = await prerender(createElement(page));
    expect(await new Response(prelude).text()).toBe('here');
  });
});
