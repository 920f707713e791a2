import type { APIRequestContext, Page } from '@playwright/test';
import { administrator, canRegister, linkTo } from './support/mails';
import { machineName } from './support/product';
import { expect, expectAccessible, expectContrast, test } from './support/test';

const CHOSEN = 'seven boats at noon';
const OTHER = 'nine boats at night';

let admin: APIRequestContext;

test.beforeAll(async () => {
  admin = await administrator();
});

test.afterAll(async () => {
  await admin.dispose();
});

test.beforeEach(async ({ page }) => {
  test.skip(!(await canRegister(page)), 'nobody can register at this product');
});

function newAddress(): string {
  return `${machineName('ann')}@example.net`;
}

async function register(page: Page, email: string): Promise<void> {
  await page.goto('/login');
  await page.getByRole('link', { name: 'Register' }).click();
  await page.getByLabel('Name').pressSequentially('Ann');
  await page.getByLabel('E-mail').pressSequentially(email);
  await page.getByLabel('Password').pressSequentially(CHOSEN);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
}

/** The same past the page. */
async function registered(page: Page, email: string): Promise<void> {
  const answer = await page.request.post('/api/auth/register', {
    data: { email, name: 'Ann', password: CHOSEN },
  });
  expect(answer.status()).toBe(202);
}

async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('E-mail').pressSequentially(email);
  await page.getByLabel('Password').pressSequentially(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

async function confirm(page: Page, email: string): Promise<void> {
  await page.goto(await linkTo(admin, email, 'auth.verify'));
  await expect(page).toHaveURL(/\/verify$/);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
}

test('people register, confirm their address, and are let in', async ({ page }) => {
  const email = newAddress();
  await register(page, email);
  await logIn(page, email, CHOSEN);
  await expect(page.getByRole('heading', { name: 'Confirm your e-mail address' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send the mail again' }).click();
  await expect(page.getByRole('alert')).toContainText('on its way');

  await confirm(page, email);
  await page.getByRole('link', { name: 'Go to OBox' }).click();
  await expect(page.getByRole('heading', { name: 'Virtual machines', level: 1 })).toBeVisible();
});

test('the rule for passwords is said before a refusal, which stands at the field', async ({
  page,
}) => {
  await page.goto('/register');
  const password = page.getByLabel('Password');
  await expect(password).toHaveAccessibleDescription(/At least 12 characters/);
  await expectAccessible(page);
  await expectContrast(page);
  await page.getByLabel('Name').pressSequentially('Ann');
  await page.getByLabel('E-mail').pressSequentially(newAddress());
  await password.pressSequentially('password1234');
  await page.keyboard.press('Enter');
  await expect(password).toHaveAccessibleDescription(/guessed first/);
  await expect(password).toBeFocused();
  await expect(page.getByLabel('Name')).toHaveValue('Ann');
});

test('a forgotten password is replaced by a link that is good once', async ({ page }) => {
  const email = newAddress();
  await registered(page, email);
  await page.goto('/login');
  await page.getByRole('link', { name: 'Forgotten password?' }).click();
  await expectAccessible(page);
  await page.getByLabel('E-mail').pressSequentially(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();

  const link = await linkTo(admin, email, 'auth.reset');
  await page.goto(link);
  await expect(page).toHaveURL(/\/reset$/);
  await expectAccessible(page);
  await page.getByLabel('New password').pressSequentially(OTHER);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('heading', { name: 'Your password is changed' })).toBeVisible();

  await page.goto(link);
  await page.getByLabel('New password').pressSequentially(CHOSEN);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('alert')).toContainText('Link no longer good');
  await logIn(page, email, OTHER);
  await expect(page.getByRole('heading', { name: 'Virtual machines', level: 1 })).toBeVisible();
});

test('people change their address at both, and delete their account', async ({ page }) => {
  const [email, next] = [newAddress(), newAddress()];
  await registered(page, email);
  await confirm(page, email);
  await logIn(page, email, CHOSEN);
  await expect(page.getByRole('heading', { name: 'Virtual machines', level: 1 })).toBeVisible();

  await page.goto('/profile');
  await page.getByRole('button', { name: 'Change address' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByLabel('New e-mail address').pressSequentially(next);
  await dialog.getByLabel('Password').pressSequentially(CHOSEN);
  await dialog.getByRole('button', { name: 'Send the mails' }).click();
  await expect(dialog).toBeHidden();
  for (const [address, template] of [
    [email, 'auth.present-address'],
    [next, 'auth.new-address'],
  ] as const) {
    await page.goto(await linkTo(admin, address, template));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  }
  await page.goto('/profile');
  await expect(page.getByRole('definition').filter({ hasText: next })).toBeVisible();

  await page.getByRole('button', { name: 'Delete account' }).click();
  await dialog.getByLabel('Password').pressSequentially(CHOSEN);
  await dialog.getByRole('button', { name: 'Delete the account' }).click();
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await logIn(page, next, CHOSEN);
  await expect(page.getByRole('alert').filter({ hasText: 'Login failed' })).toBeVisible();
});
