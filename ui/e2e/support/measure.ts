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
