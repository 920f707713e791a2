import { chooseLook } from './support/account';
import { ADMIN } from './support/product';
import { expect, prefer, test } from './support/test';

const PROFILE = '/api/profile';

test('a theme and a language follow the reader to another browser, and into one that is open', async ({
  insidePage: page,
  browser,
}) => {
  await page.goto('/jobs');
  await chooseLook(page, 'Dark');
  await chooseLook(page, 'Français');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect
    .poll(async () => (await (await page.request.get(PROFILE)).json()) as object)
    .toMatchObject({ locale: 'fr', localeChosen: true, preferences: { theme: 'DARK' } });

  const other = await browser.newPage();
  await other.goto('/jobs');
  await other.getByLabel('E-mail').fill(ADMIN.email);
  await other.getByLabel('Password').fill(ADMIN.password);
  await other.keyboard.press('Enter');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.locator('html')).toHaveAttribute('lang', 'fr');

  await prefer(page, 'LIGHT', 'en');
  for (const open of [page, other]) {
    await expect(open.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(open.locator('html')).toHaveAttribute('lang', 'en');
  }
  await other.close();
});
