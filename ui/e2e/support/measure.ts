import type { Page } from '@playwright/test';

/** The files that the page itself is made of so far, packed; not what the server answers to its questions. */
export function loadedFiles(page: Page): Promise<{ path: string; bytes: number }[]> {
  return page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => ({
        path: new URL(entry.name).pathname,
        bytes: (entry as PerformanceResourceTiming).encodedBodySize,
      }))
      .filter(({ path }) => !path.startsWith('/api/')),
  );
}

/**
 * Has the page note, each time it is loaded, when something is there. Answers how to learn when that was, in milliseconds from
 * the moment in which the page was asked for.
 */
export async function usableAt(page: Page, selector: string): Promise<() => Promise<number>> {
  await page.addInitScript((wanted) => {
    const usable = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector(wanted)) return;
        observer.disconnect();
        resolve(performance.now());
      }).observe(document, { childList: true, subtree: true });
    });
    Object.assign(window, { usable });
  }, selector);
  return () => page.evaluate(() => (window as unknown as { usable: Promise<number> }).usable);
}

/** Notes from now on what keeps the page busy for more than 50 ms. Answers how to end that, and learn how many ms each took. */
export async function longTasks(page: Page): Promise<() => Promise<number[]>> {
  const noted = await page.evaluateHandle(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    });
    observer.observe({ type: 'longtask' });
    return { tasks, observer };
  });
  return async () => {
    const tasks = await noted.evaluate(({ tasks, observer }) => {
      tasks.push(...observer.takeRecords().map(({ duration }) => duration));
      observer.disconnect();
      return tasks;
    });
    await noted.dispose();
    return tasks;
  };
}
