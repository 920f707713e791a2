import { logOut } from './support/account';
import { ADMIN } from './support/product';
import { expect, test } from './support/test';

test('a wrong password is refused in words, and the right one leads to where one wanted to go', async ({
  page,
}) => {
  await page.goto('/jobs');
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();

  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password').fill(`${ADMIN.password}x`);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert')).toContainText('Login failed');
  await expect(page.getByLabel('Password')).toBeFocused();

  await page.getByLabel('Password').fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/jobs$/);
});

test('logging out ends the session', async ({ insidePage: page }) => {
  await page.goto('/vms');
  await logOut(page);
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await page.goto('/vms');
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
});

test('a password that others may know must be replaced first', async ({ insidePage: page }) => {
  let changed = false;
  await page.route('/api/auth/me', async (route) => {
    const response = await route.fetch();
    const user = (await response.json()) as object;
    await route.fulfill({ response, json: { ...user, mustChangePassword: !changed } });
  });
  await page.route('/api/profile/password', async (route) => {
    expect(route.request().postDataJSON()).toEqual({
      currentPassword: 'admin',
      newPassword: 'correct horse battery',
    });
    changed = true;
    const user = (await (await page.request.get('/api/auth/me')).json()) as object;
    await route.fulfill({ json: { ...user, mustChangePassword: false } });
  });
  await page.goto('/vms');
  await expect(page.getByRole('heading', { name: 'Choose a password' })).toBeVisible();

  await expect(page.getByLabel('New password', { exact: true })).toHaveAccessibleDescription(
    /At least 15 characters/,
  );
  await page.getByLabel('Current password').fill('admin');
  await page.getByLabel('New password', { exact: true }).fill('correct horse battery');
  await page.getByLabel('New password once more').fill('something else');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('The two new passwords differ.')).toBeVisible();

  await page.getByLabel('New password once more').fill('correct horse battery');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('heading', { name: 'Virtual machines', level: 1 })).toBeVisible();
});
