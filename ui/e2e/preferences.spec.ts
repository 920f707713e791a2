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

test('of choices in quick succession the last one stays', async ({ insidePage: page }) => {
  let answers = 0;
  await page.route(`**${PROFILE}`, async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    answers += 1;
    await new Promise((resolve) => setTimeout(resolve, answers === 1 ? 3_000 : 0));
    return route.continue();
  });
  await page.goto('/jobs');
  const html = page.locator('html');
  await chooseLook(page, 'Light');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.evaluate(() => {
    new MutationObserver(() => {
      const { theme = '' } = document.documentElement.dataset;
      document.body.dataset.seen = `${document.body.dataset.seen ?? ''} ${theme}`;
    }).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    document.body.dataset.seen = '';
  });
  await chooseLook(page, 'Dark');
  await expect
    .poll(async () => (await (await page.request.get(PROFILE)).json()) as object)
    .toMatchObject({ preferences: { theme: 'DARK' } });
  await expect.poll(() => answers).toBe(2);
  await expect(html).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => document.body.dataset.seen)).toMatch(/^( light)*( dark)+$/);
});

test('a language that is chosen before the login is kept, whatever was kept before', async ({
  insidePage: page,
}) => {
  await prefer(page, null, 'en');
  await page.context().clearCookies();
  await page.goto('/jobs');
  await page.getByRole('button', { name: 'Français' }).click();
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Mot de passe').fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tâches');
  await expect
    .poll(async () => (await (await page.request.get(PROFILE)).json()) as object)
    .toMatchObject({ locale: 'fr' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});
