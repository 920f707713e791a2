import type { APIRequestContext, Page } from '@playwright/test';
import { administrator, linkTo, tokenOf } from './support/mails';
import { PASSWORD } from './support/people';
import { machineName } from './support/product';
import { expect, expectAccessible, expectContrast, test } from './support/test';

let admin: APIRequestContext;

test.beforeAll(async () => {
  admin = await administrator();
});

test.afterAll(async () => {
  await admin.dispose();
});

function newAddress(): string {
  return `${machineName('cem')}@example.net`;
}

/** Somebody who was invited and has come, past the page. */
async function comeIn(email: string): Promise<string> {
  const invited = await admin.post('/api/admin/users', { data: { email, name: 'Cem' } });
  expect(invited.status()).toBe(201);
  const token = tokenOf(await linkTo(admin, email, 'auth.invitation'));
  const accepted = await admin.post('/api/auth/invitation/accept', {
    data: { token, name: 'Cem', password: PASSWORD },
  });
  expect(accepted.status()).toBe(204);
  return ((await invited.json()) as { id: string }).id;
}

async function choose(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions for this user' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('somebody is invited, chooses a password by the link, and logs in', async ({
  insidePage: page,
  browser,
  baseURL,
}) => {
  const email = newAddress();
  await page.goto('/');
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Users');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').pressSequentially(email);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially(email);
  await expect(page.getByRole('row', { name: email })).toContainText('Invited');

  const elsewhere = await browser.newContext({ ...(baseURL && { baseURL }) });
  const visitor = await elsewhere.newPage();
  await visitor.goto(await linkTo(admin, email, 'auth.invitation'));
  await expect(visitor).toHaveURL(/\/invitation$/);
  await expect(visitor.getByText(email)).toBeVisible();
  await expectAccessible(visitor);
  await visitor.getByLabel('Name').fill('');
  await visitor.getByLabel('Name').pressSequentially('Cem K.');
  await visitor.getByLabel('Password').pressSequentially(PASSWORD);
  await visitor.getByRole('button', { name: 'Join' }).click();
  await expect(visitor.getByRole('heading', { name: 'Your account is ready' })).toBeVisible();
  await visitor.getByRole('link', { name: 'Go to the login' }).click();
  await visitor.getByLabel('E-mail').pressSequentially(email);
  await visitor.getByLabel('Password').pressSequentially(PASSWORD);
  await visitor.getByRole('button', { name: 'Log in' }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Virtual machines');
  await expect(visitor.getByRole('link', { name: 'Users', exact: true })).toHaveCount(0);
  await elsewhere.close();
  await expect(page.getByRole('row', { name: email })).toContainText('Active');
});

test('whoever is disabled is logged out in front of the page', async ({
  insidePage: page,
  browser,
  baseURL,
}) => {
  const email = newAddress();
  const id = await comeIn(email);
  const elsewhere = await browser.newContext({ ...(baseURL && { baseURL }) });
  const visitor = await elsewhere.newPage();
  const login = await visitor.request.post('/api/auth/login', {
    data: { email, password: PASSWORD },
  });
  expect(login.status()).toBe(200);
  await visitor.goto('/');
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();

  await page.goto(`/users/${id}`);
  await expect(page.getByRole('meter')).toHaveCount(4);
  await choose(page, 'Disable');
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible();
  await expect(visitor.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await elsewhere.close();
  await expect(page.getByText('Not logged in anywhere.')).toBeVisible();
  await choose(page, 'Enable');
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
});

test('an administrator gives a quota, and deletes the account', async ({ insidePage: page }) => {
  const email = newAddress();
  const id = await comeIn(email);
  await page.goto(`/users/${id}`);
  const quota = page.getByRole('region', { name: 'Quota' });
  await quota.getByLabel('Virtual machines').pressSequentially('3');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The quota is saved')).toBeVisible();
  await expect(page.getByRole('meter').first()).toHaveAttribute('aria-valuemax', '3');
  await expectAccessible(page);
  await expectContrast(page);

  await choose(page, 'Delete');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Give its machines to').pressSequentially('nobody@example.net');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByLabel('Give its machines to')).toHaveAccessibleDescription(/no other/);
  await dialog.getByLabel('Give its machines to').fill('');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/users$/);
  expect((await admin.get(`/api/admin/users/${id}`)).status()).toBe(404);
});
