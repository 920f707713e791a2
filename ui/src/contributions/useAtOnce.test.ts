import { createElement } from 'react';
import { prerender } from 'react-dom/static';
import { describe, expect, it, vi } from 'vitest';
import { later, type Later } from './later';
import { useAtOnce } from './useAtOnce';

const by = { id: 'test', name: 'Test' };
const part = () => null;

/** Draws a page with these parts; says what `look` saw when it was drawn for good. */
async function draw<T>(parts: readonly Later<object>[], look: () => T): Promise<T | undefined> {
  let seen: T | undefined;
  function Page() {
    useAtOnce(parts.map((content) => ({ by, item: { content } })));
    seen = look();
    return 'page';
  }
  await prerender(createElement(Page));
  return seen;
}

describe('a page with parts that are loaded apart', () => {
  it('is drawn once all of them are there', async () => {
    const there: string[] = [];
    const after = (millis: number, name: string) =>
      later(async () => {
        await new Promise((resolve) => setTimeout(resolve, millis));
        there.push(name);
        return part;
      });
    const parts = [after(1, 'quick'), after(20, 'slow')];
    expect(await draw(parts, () => [...there])).toEqual(['quick', 'slow']);
  });

  it('is drawn without the one that could not be loaded, which is not asked for again', async () => {
    const script = vi.fn(() => Promise.reject<() => null>(new Error('gone')));
    const lost = later(script);
    expect(await draw([lost], () => 'drawn')).toBe('drawn');
    expect(await draw([lost], () => 'drawn again')).toBe('drawn again');
    expect(script).toHaveBeenCalledOnce();
  });
});
