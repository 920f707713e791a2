import type { Locator } from '@playwright/test';
import { createMachine } from './support/product';
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

test('with forced colours it can be seen which item, suggestion and row is meant', async ({
  insidePage: page,
  newName,
}) => {
  const [name, other] = [newName('forced'), newName('unforced')];
  for (const each of [name, other]) await createMachine(page.request, each);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/vms');
  const outline = (seen: Locator) =>
    seen.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return `${outlineStyle} ${outlineWidth}`;
    });
  const row = page.getByRole('row', { name });
  const plain = await outline(row);
  await row.getByRole('button', { name: `Actions for ${name}` }).click();
  const item = page.getByRole('menuitem').first();
  await expect(item).toBeFocused();
  expect(await outline(item)).toBe('solid 2px');
  await page.keyboard.press('Escape');

  await page.getByRole('combobox', { name: 'Search' }).pressSequentially('sta');
  await page.keyboard.press('ArrowDown');
  expect(await outline(page.getByRole('option', { selected: true }))).toBe('solid 2px');
  await page.getByRole('combobox', { name: 'Search' }).fill('');
  await page.keyboard.press('Escape');

  await row.getByRole('checkbox').check();
  const active = await outline(row);
  await page.getByRole('row', { name: other }).getByRole('checkbox').focus();
  const selected = await outline(row);
  expect(new Set([plain, selected, active]).size).toBe(3);

  const english = page.getByRole('menuitemradio', { name: 'English' });
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.keyboard.press('e');
  await expect(english).toBeFocused();
  expect(await outline(english)).toBe('solid 2px');
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
