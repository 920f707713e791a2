import type { Page } from '@playwright/test';
import { expect } from './test';

const MOST_TABS = 150;

/** Controls that Tab stops at; of radio buttons the one that is chosen. */
const STOPS =
  'a[href], button, input:not([type=radio]), input[type=radio]:checked, select, textarea, summary';

/** Tab comes to every control of the page, and each shows that it has the focus. */
export async function expectReachable(page: Page): Promise<void> {
  await page.evaluate((stops) => {
    document.querySelectorAll<HTMLElement>(`main :is(${stops})`).forEach((stop, index) => {
      const hidden = !stop.checkVisibility() || !!stop.closest('[inert]') || stop.tabIndex < 0;
      if (!hidden) stop.dataset.stop = String(index);
    });
    (document.activeElement as HTMLElement | null)?.blur();
    window.getSelection()?.removeAllRanges();
  }, STOPS);
  const unseen: string[] = [];
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return { end: true, seen: true, what: '' };
      const again = element.hasAttribute('data-reached');
      element.setAttribute('data-reached', '');
      const shown = [element, element.closest('label, dialog')].some(
        (one) => one && getComputedStyle(one).outlineStyle !== 'none',
      );
      return { end: again, seen: shown, what: element.outerHTML.slice(0, 120) };
    });
    if (now.end) break;
    if (!now.seen) unseen.push(now.what);
  }
  const missed = await page
    .locator('[data-stop]:not([data-reached])')
    .evaluateAll((left) => left.map((one) => one.outerHTML.slice(0, 120)));
  expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
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
