import type { Page } from '@playwright/test';
import { createMachine } from './support/product';
import { expect, test } from './support/test';

/** What people still take for calm, by the measure of web vitals (https://web.dev/articles/cls). */
const CALM = 0.02;
/** A server that takes its time, so that what stands in for its answers is seen. */
const ANSWER_MILLIS = 150;

/** How much has jumped since the page began to load, of what nobody moved. */
function shifted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
            if (!shift.hadRecentInput) sum += shift.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => {
              resolve(sum);
            }),
          ),
        );
      }),
  );
}

test('nothing jumps when answers come', async ({ insidePage: page, newName }) => {
  const id = await createMachine(page.request, newName('calm'));
  await page.route(/\/api\/(?!events)/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MILLIS));
    await route.continue();
  });

  for (const [path, sign] of [
    ['/vms', page.getByRole('table').getByRole('link').first()],
    [`/vms/${id}`, page.getByRole('log')],
    ['/vms/new', page.getByRole('radio').first()],
    ['/jobs', page.getByRole('table').getByRole('link').first()],
  ] as const) {
    await page.goto(path);
    await sign.waitFor({ state: 'attached' });
    expect(await shifted(page), path).toBeLessThan(CALM);
  }
});
