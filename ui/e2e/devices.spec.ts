import { expect, test } from './support/test';

test('no field is so small on a phone that it zooms in', async ({ insidePage: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/vms', '/vms/new']) {
    await page.goto(path);
    await page.locator('main input').first().waitFor({ state: 'attached' });
    const sizes = await page
      .locator('main :is(input:not([type=radio], [type=checkbox]), select, textarea)')
      .evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).fontSize)));
    expect(sizes.length, path).toBeGreaterThan(0);
    expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(16);
  }
});

test('with forced colours it can be seen what is chosen, and what is a button', async ({
  insidePage: page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/vms');
  const look = (name: string) =>
    page
      .getByRole('group', { name: 'State' })
      .getByText(name, { exact: true })
      .evaluate((label) => getComputedStyle(label).backgroundColor);
  expect(await look('All')).not.toBe(await look('Running'));
  const button = page.getByRole('button', { name: /^Account/ });
  expect(await button.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe(
    'solid',
  );
  const here = page.getByRole('navigation').getByRole('link', { name: 'Virtual machines' });
  expect(await here.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
});

test('there is something to look at before the script has come', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    if (route.request().url().endsWith('/theme.js')) return route.continue();
    await held;
    return route.continue();
  });
  await page.goto('/vms', { waitUntil: 'commit' });
  await expect(page.locator('.boot-page > div').first()).toBeVisible();
  release();
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await expect(page.locator('.boot')).toHaveCount(0);
});
