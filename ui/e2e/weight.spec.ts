import type { Page } from '@playwright/test';
import { loadedFiles } from './support/measure';
import { expect, test } from './support/test';

/** Without the font, until which another one is shown. */
const MOST_BYTES = 180_000;

/** All that comes until the view is there, but not what is loaded once the page has nothing else to do. */
async function expectLight(page: Page, path: string, view: () => Promise<void>): Promise<void> {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto(path);
  await view();
  await page.evaluate(() => document.fonts.ready);
  const files = await loadedFiles(page);
  const fonts = files.filter(({ path }) => path.endsWith('.woff2'));
  const bytes = (some: typeof files) => some.reduce((sum, file) => sum + file.bytes, 0);
  expect(fonts.length).toBe(1);
  expect(bytes(files) - bytes(fonts), JSON.stringify(files, null, 1)).toBeLessThan(MOST_BYTES);
}

test('the page for logging in is light', async ({ page }) => {
  await expectLight(page, '/login', () =>
    expect(page.getByRole('button', { name: 'Log in' })).toBeVisible(),
  );
});

test('the overview is light', async ({ insidePage: page }) => {
  await expectLight(page, '/', async () => {
    await expect(page.locator('main a[href="/vms"]').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Failed jobs' })).toBeVisible();
  });
});

test.describe('a script that can’t be loaded', () => {
  test.use({ expectedComplaint: /ERR_FAILED|dynamically imported module/ });

  test('of the page for logging in is told, and loaded when it is tried again', async ({
    page,
  }) => {
    await page.route('/assets/LoginPage-*.js', (route) => route.abort());
    await page.goto('/login');
    await expect(page.getByText('OBox failed here')).toBeVisible();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  });

  test('with the texts of the page is told in both languages', async ({ page }) => {
    await page.route('/assets/en-*.js', (route) => route.abort());
    await page.goto('/login');
    await expect(page.getByRole('alert')).toContainText('OBox could not be loaded.');
    await expect(page.getByRole('alert')).toContainText('OBox n’a pas pu être chargé.');
    await page.unrouteAll();
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  });

  test('with the texts of another language leaves the page as it is', async ({ page }) => {
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    await page.route('/assets/fr-*.js', (route) => route.abort());
    await page.goto('/login');
    await page.getByRole('button', { name: 'Français' }).click();
    await expect(page.getByText('The language could not be loaded.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  });
});
