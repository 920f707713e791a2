import { openAccount } from './support/account';
import { BOOT_MILLIS, createMachine, powerMachine } from './support/product';
import { expect, expectAccessible, expectContrast, test } from './support/test';

test('the tray shows running jobs as they come and go, without asking for them', async ({
  insidePage: page,
  newName,
}) => {
  await page.goto('/hosts');
  await expect(page.getByRole('status').getByText('Live', { exact: true })).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/jobs') asked.push(request.url());
  });
  await page.getByRole('button', { name: /jobs? running$/ }).click();
  const name = newName('tray');
  await createMachine(page.request, name);
  const tray = page.getByRole('region', { name: 'Running jobs' });
  const row = tray.getByRole('listitem').filter({ hasText: name });
  await expect(row).toBeVisible();
  await expect(row.getByRole('progressbar')).toBeVisible();
  await expect(row).toBeHidden();
  expect(asked).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(tray).toBeHidden();
  await expect(page.getByRole('button', { name: /jobs? running$/ })).toBeFocused();
});

test('more running jobs than the tray asks for are told as more', async ({ insidePage: page }) => {
  const items = Array.from({ length: 200 }, (_, index) => ({
    id: `00990000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    kind: 'vm.create',
    action: null,
    subject: { type: 'vm', id: `${index}`, name: `web-${index}` },
    state: 'RUNNING',
    progress: { percent: 10, step: null },
    version: 1,
  }));
  await page.route(/\/api\/jobs\?.*state=RUNNING/, (route) =>
    route.fulfill({ json: { items, nextCursor: 'more' } }),
  );
  await page.goto('/hosts');
  await expect(page.getByRole('button', { name: 'More than 200 jobs running' })).toHaveText('200+');
});

test('the account menu is used by keyboard alone', async ({ insidePage: page }) => {
  await page.goto('/vms');
  const button = page.getByRole('button', { name: /^Account/ });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Profile' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('f');
  await expect(page.getByRole('menuitemradio', { name: 'Français' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Log out' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(page.getByRole('menu')).toBeHidden();

  await openAccount(page);
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.getByRole('menu')).toBeHidden();
});

test('people begin on the overview, which counts what changes', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('counted'));
  const state = async () =>
    ((await (await page.request.get(`/api/vms/${id}`)).json()) as { state: string }).state;
  await expect.poll(state, { timeout: BOOT_MILLIS }).toBe('RUNNING');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  const stopped = page.getByRole('link', { name: /^\d+\s*Stopped$/ });
  const running = page.getByRole('link', { name: /^\d+\s*Running$/ });
  await expect(running).toBeVisible();
  await expect(page.getByRole('meter', { name: 'Memory' }).first()).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);

  const before = (await stopped.count()) > 0 ? Number.parseInt(await stopped.innerText()) : 0;
  await running.focus();
  await powerMachine(page.request, id, 'stop');
  await expect(stopped).toHaveText(new RegExp(`^${before + 1}\\s*Stopped$`));
  await expect(running).toBeFocused();
  await stopped.click();
  await expect(page).toHaveURL(/state=STOPPED$/);
  const chips = page.getByRole('group', { name: 'State' });
  await expect(chips.getByRole('radio', { name: /^Stopped/ })).toBeChecked();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(before + 2));
});
