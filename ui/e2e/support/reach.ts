import type { Page } from '@playwright/test';
import { expect } from './test';

/** Controls that Tab stops at; of radio buttons the one that is chosen. */
const STOPS =
  'a[href], button, input:not([type=radio]), input[type=radio]:checked, select, textarea, summary';

/** Tab comes to every control of the page, and each shows that it has the focus. */
export async function expectReachable(page: Page): Promise<void> {
  const stops = await page.evaluate(watchFocus, STOPS);
  expect(stops).toBeGreaterThan(0);
  for (let presses = 0; presses < stops; presses++) await page.keyboard.press('Tab');
  const found = await page.evaluate(() => {
    const htmlOf = (selector: string) =>
      [...document.querySelectorAll(selector)].map((one) => one.outerHTML.slice(0, 120));
    return {
      missed: htmlOf('[data-stop]:not([data-focus])'),
      unseen: htmlOf('[data-focus=unseen]'),
    };
  });
  expect(found).toEqual({ missed: [], unseen: [] });
}

/** Notes at each control that it got the focus, and whether that is seen. Answers how often to press Tab. */
function watchFocus(selector: string): number {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const outlined = [target, target.closest('label')].some(
      (one) => one && getComputedStyle(one).outlineStyle !== 'none',
    );
    target.dataset.focus = outlined ? 'seen' : 'unseen';
  });
  for (const stop of document.querySelectorAll<HTMLElement>(`main :is(${selector})`)) {
    const hidden = !stop.checkVisibility() || !!stop.closest('[inert]') || stop.tabIndex < 0;
    if (!hidden) stop.dataset.stop = '';
  }
  (document.activeElement as HTMLElement | null)?.blur();
  const everything = [...document.querySelectorAll<HTMLElement>(`${selector}, [tabindex]`)];
  // what scrolls is a stop of its own
  const scrolling = document.querySelectorAll('[class*=overflow]').length;
  return everything.filter((one) => one.checkVisibility() && one.tabIndex >= 0).length + scrolling;
}

/** Nothing is cut off at this width, and nobody scrolls sideways. */
export async function expectFits(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  const beyond = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    const scrolls = (element: Element): boolean => {
      for (let up: Element | null = element; up; up = up.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    };
    const controls = document.querySelectorAll('h1, h2, h3, a, button, input, select, textarea');
    return [...controls]
      .filter((control) => control.checkVisibility() && !control.matches('.sr-only, .sr-only *'))
      .filter((control) => {
        const { left, right, width: wide } = control.getBoundingClientRect();
        return wide > 1 && (left < -1 || right > edge) && !scrolls(control);
      })
      .map((control) => control.outerHTML.slice(0, 120));
  });
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  expect({ beyond, scrollWidth }).toEqual({ beyond: [], scrollWidth: width });
}
