import type { Browser, Locator, Page } from '@playwright/test';
import { ADMIN } from './product';

export const searchOf = (page: Page): Locator => page.getByRole('combobox', { name: 'Search' });

export const rowOf = (page: Page, name: string): Locator => page.getByRole('row', { name });

export const heads = (page: Page): Promise<string[]> =>
  page
    .getByRole('columnheader')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent.trim()).filter(Boolean));

/** Another browser, with nothing of this one, in which the same person is logged in. */
export async function anotherBrowser(browser: Browser): Promise<Page> {
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 } })
  ).newPage();
  await page.request.post('/api/auth/login', { data: ADMIN });
  return page;
}
