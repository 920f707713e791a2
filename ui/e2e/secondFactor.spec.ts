import { createHmac } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { administrator, canRegister } from './support/mails';
import { newPerson, PASSWORD } from './support/people';
import { expect, expectAccessible, expectContrast, test } from './support/test';

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

/** What an authenticator shows so many steps of 30 seconds from now (RFC 6238). */
function codeOf(secret: string, later = 0): string {
  const bits = Array.from(secret.replaceAll(' ', ''), (digit) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(digit).toString(2).padStart(5, '0'),
  ).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  const number = (hash.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

async function logIn(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
}

test('a second factor is set up, asked for at the login, and switched off', async ({ page }) => {
  const email = await newPerson(admin, page);
  let secret = '';
  let used = '';
  let recovery = '';

  await test.step('it is set up with the keyboard alone', async () => {
    await page.goto('/profile');
    await page.getByRole('button', { name: 'Set up' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Set up a second factor' });
    await dialog.getByRole('button', { name: 'Begin' }).press('Enter');
    await expect(dialog.getByRole('img', { name: 'QR code' })).toBeVisible();
    await expectAccessible(page);
    secret = (await dialog.locator('code').textContent()) ?? '';
    await dialog.getByLabel('Code', { exact: true }).fill('000000');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('This code is wrong');
    used = codeOf(secret);
    await dialog.getByLabel('Code', { exact: true }).fill(used);
    await page.keyboard.press('Enter');
    const codes = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await expect(codes).toHaveCount(10);
    recovery = (await codes.first().textContent()) ?? '';
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'I have kept them' }).press('Enter');
    await expect(page.getByText('10 recovery codes are left.')).toBeVisible();
  });

  await test.step('the password alone does not let in, the code does, once', async () => {
    await logIn(page, email);
    await expect(page.getByLabel('Code')).toBeFocused();
    await expectAccessible(page);
    await expectContrast(page);
    await page.keyboard.type(used);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('was used before');
    // The next one: whether its half a minute has begun by now or not, it is good and was not used.
    await page.getByLabel('Code').fill(codeOf(secret, 1));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/vms$/);
  });

  await test.step('a recovery code does as well, and is gone', async () => {
    await logIn(page, email);
    await page.getByLabel('Code').fill(recovery);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/vms$/);
    await page.goto('/profile');
    await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
  });

  await test.step('it is switched off', async () => {
    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
    await expect(page.getByRole('button', { name: 'Set up' })).toBeVisible();
    await logIn(page, email);
    await expect(page).toHaveURL(/\/vms$/);
  });
});

test('who has not shown for long who they are is asked, and what they wanted goes on', async ({
  page,
}) => {
  await newPerson(admin, page);
  let refused = false;
  await page.route('**/api/profile/second-factor', async (route) => {
    if (route.request().method() !== 'POST' || refused) return route.continue();
    refused = true;
    return route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      json: {
        type: 'urn:obox:problem:confirmation-required',
        title: 'Confirmation needed',
        status: 403,
        detail: 'This is done only by who has just shown who they are.',
      },
    });
  });
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  const dialog = page.getByRole('dialog', { name: 'Show that it is you' });
  await dialog.getByLabel('Password').fill('not the password');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('This is not your password.');
  await expectAccessible(page);
  await dialog.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
});

test('a token is made, shown once, used, and deleted', async ({ page, playwright, baseURL }) => {
  await newPerson(admin, page);
  await page.goto('/profile');
  await page.getByRole('button', { name: 'New token' }).click();
  await expect(page.getByLabel('Token name')).toBeFocused();
  await page.keyboard.type('ci');
  await page.getByRole('button', { name: 'Create token' }).click();
  await expect(page.getByText('A token must be good for something.')).toBeVisible();
  await page.getByLabel('Machines').selectOption({ label: 'See' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create token' }).click();
  const token = (await page.locator('code').textContent()) ?? '';
  expect(token).toMatch(/^obox_[0-9A-Za-z]{49}$/);
  await expectAccessible(page);

  const program = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { Authorization: `Bearer ${token}` },
  });
  const status = async (path: string) => (await program.get(path)).status();
  expect(await status('/api/vms')).toBe(200);
  expect(await status('/api/jobs')).toBe(403);
  expect(await status('/api/profile/tokens')).toBe(403);
  expect(await status('/api/auth/sessions')).toBe(403);
  expect((await program.post('/api/vms', { data: {} })).status()).toBe(403);

  await page.getByRole('button', { name: 'I have copied it' }).click();
  await page.reload();
  await expect(page.getByText('vms:read')).toBeVisible();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole('button', { name: 'Delete the token ci' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete token' }).click();
  await expect(page.getByText('There is no token yet.')).toBeVisible();
  expect(await status('/api/vms')).toBe(401);
  await program.dispose();
});
