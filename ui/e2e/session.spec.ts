import { logOut } from './support/account';
import { ADMIN, createMachine, IMAGE, tagMachine } from './support/product';
import { choose } from './support/actions';
import { expect, test } from './support/test';

const ENDED = 'Your session has ended';

test('a session that ends says so, and leads back to the form with what was typed', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('kept');
  await page.goto('/vms/new');
  await page.getByLabel('Name').pressSequentially(name);
  await page.getByRole('radio', { name: IMAGE }).check({ force: true });
  await page.getByLabel('Tags').pressSequentially('prod, web');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Create machine' }).click();

  await expect(page.getByRole('alert')).toContainText(ENDED);
  await page.getByLabel('E-mail').pressSequentially(ADMIN.email);
  await page.getByLabel('Password').pressSequentially(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/vms\/new$/);
  await expect(page.getByLabel('Name')).toHaveValue(name);
  await expect(page.getByLabel('Tags')).toHaveValue('prod, web');

  await page.getByRole('button', { name: 'Create machine' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.goto('/vms/new');
  await expect(page.getByLabel('Name')).toHaveValue('');
});

test('what stands in a dialog outlives a session too', async ({ insidePage: page, newName }) => {
  const id = await createMachine(page.request, newName('edited'));
  await page.goto(`/vms/${id}`);
  await choose(page, 'Edit');
  await page.getByLabel('Tags').pressSequentially('night');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(ENDED)).toBeVisible();

  await page.getByLabel('E-mail').pressSequentially(ADMIN.email);
  await page.getByLabel('Password').pressSequentially(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Tags')).toHaveValue('night');
});

test('a key and a size that were being typed are there again after the login', async ({
  insidePage: page,
}) => {
  const end = async (button: string) => {
    await page.context().clearCookies();
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByText(ENDED)).toBeVisible();
    await page.getByLabel('E-mail').pressSequentially(ADMIN.email);
    await page.getByLabel('Password').pressSequentially(ADMIN.password);
    await page.keyboard.press('Enter');
  };
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Add a key' }).click();
  await page.getByLabel('Key name').pressSequentially('laptop');
  await page.getByLabel('Public key').pressSequentially('ssh-ed25519 AAAA');
  await end('Save the key');
  await expect(page).toHaveURL(/\/profile$/);
  await expect(page.getByLabel('Key name')).toHaveValue('laptop');
  await expect(page.getByLabel('Public key')).toHaveValue('ssh-ed25519 AAAA');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Add a key' })).toBeEnabled();
  await expect(page.getByLabel('Public key')).toBeHidden();

  await page.goto('/settings/presets');
  await page.getByLabel('Name').pressSequentially('huge');
  await page.getByLabel('Memory').pressSequentially('65536');
  await end('Add or replace');
  await expect(page.getByLabel('Name')).toHaveValue('huge');
  await expect(page.getByLabel('Memory')).toHaveValue('65536');
});

test('what comes back into a dialog does not undo what somebody else saved meanwhile', async ({
  insidePage: page,
  newName,
  playwright,
  baseURL,
}) => {
  const id = await createMachine(page.request, newName('both'));
  await page.goto(`/vms/${id}`);
  await choose(page, 'Edit');
  await page.getByLabel('Tags').pressSequentially('night');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(ENDED)).toBeVisible();

  const other = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  await other.post('/api/auth/login', { data: ADMIN });
  await tagMachine(other, id, ['day']);
  await other.dispose();
  await page.getByLabel('E-mail').pressSequentially(ADMIN.email);
  await page.getByLabel('Password').pressSequentially(ADMIN.password);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Tags')).toHaveValue('night');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Somebody else changed this machine');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
});

test('a logout is not taken for a session that has ended', async ({ insidePage: page }) => {
  await page.goto('/vms');
  await logOut(page);
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await expect(page.getByText(ENDED)).toBeHidden();
});

test('a logout asks where something that was typed would be lost by it', async ({
  insidePage: page,
}) => {
  await page.goto('/vms/new');
  await page.getByLabel('Name').pressSequentially('half-typed');
  await logOut(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('half-typed');
  await logOut(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Discard and log out' }).click();
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
});

test('a logout that fails says so', async ({ insidePage: page }) => {
  await page.goto('/vms');
  await page.route('**/api/auth/logout', (route) => route.abort('connectionreset'));
  await logOut(page);
  await expect(page.getByRole('alert')).toContainText('Logout failed');
});
