import { chooseLook } from './support/account';
import { ADMIN, createMachine } from './support/product';
import { choose, menuItem } from './support/actions';
import { expect, expectAccessible, expectContrast, prefer, test } from './support/test';

const SCHEMES = [
  { colorScheme: 'light', check: expectAccessible },
  { colorScheme: 'dark', check: expectContrast },
] as const;

for (const { colorScheme, check } of SCHEMES) {
  test.describe(`in a ${colorScheme} system`, () => {
    test.use({ colorScheme });

    test('what is refused, asked or not found is accessible', async ({ page, newName }) => {
      await page.goto('/login');
      await page.getByLabel('E-mail').fill('nobody@example.org');
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByRole('alert').waitFor();
      await check(page);

      await page.request.post('/api/auth/login', { data: ADMIN });
      await prefer(page, null, null);
      const id = await createMachine(page.request, newName('axe'));

      await page.goto(`/vms/${id}`);
      await page.getByRole('log').waitFor();
      await (await menuItem(page, 'Delete')).waitFor();
      await check(page);
      await choose(page, 'Delete');
      await check(page);

      await page.goto('/vms/new');
      await page.getByLabel('Name').fill('Not A Name');
      await page.getByRole('button', { name: 'Create machine' }).click();
      await page.getByText('can’t be created like this').waitFor();
      await check(page);

      await page.goto('/nowhere');
      await page.getByRole('link', { name: 'Go to virtual machines', exact: true }).waitFor();
      await check(page);
    });
  });
}

test('the page follows the system, and a choice overrules it and is kept', async ({
  insidePage: page,
}) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/vms');
  const light = await background();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(background).not.toBe(light);

  await chooseLook(page, 'Light');
  await expect.poll(background).toBe(light);
  await page.reload();
  await expect.poll(background).toBe(light);
});

test('the language can be switched, and is kept', async ({ insidePage: page }) => {
  await page.goto('/vms');
  await chooseLook(page, 'Français');
  await expect(page.getByRole('heading', { name: 'Machines virtuelles', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.reload();
  await expect(page.getByRole('link', { name: 'Créer une machine' })).toBeVisible();
});

test('a narrow screen shows everything without scrolling sideways', async ({
  insidePage: page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/vms', '/vms/new', '/jobs']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBe(390);
  }
  await page.getByRole('button', { name: 'Open menu' }).click();
  const menu = page.getByRole('dialog');
  await menu.getByRole('link', { name: 'Virtual machines', exact: true }).click();
  await expect(menu).toBeHidden();
  await expect(page).toHaveURL(/\/vms$/);
});
