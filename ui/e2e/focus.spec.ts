import type { Page } from '@playwright/test';
import { BOOT_MILLIS, createMachine } from './support/product';
import { ADMIN } from './support/product';
import { expect, test } from './support/test';

/** Whoever works by keyboard is still somewhere on the page. */
async function expectFocus(page: Page): Promise<void> {
  await expect(async () => {
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  }).toPass({ timeout: 2_000 });
}

test('the focus stays where keys come and go, and a key is not deleted unasked', async ({
  insidePage: page,
}) => {
  await page.goto('/profile');
  for (const [name, key] of [
    [
      'focus-one',
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDyCRNDGHTYRmGcDQnmBVLE0Eh+CHCZCHF3TnKsRvpkL',
    ],
    [
      'focus-two',
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIa7N8mTnIcsDyz7sC9zJ3l4g6xXQb0sMPYzDpjKhlXH',
    ],
  ] as const) {
    await page.getByRole('button', { name: 'Add a key' }).press('Enter');
    await expect(page.getByLabel('Key name')).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(key);
    await page.getByRole('button', { name: 'Save the key' }).press('Enter');
    await expect(page.getByText(name, { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add a key' })).toBeFocused();
  }
  for (const name of ['focus-one', 'focus-two']) {
    await page.getByRole('button', { name: `Delete the key ${name}` }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Delete key' }).press('Enter');
    await expect(page.getByRole('status').getByText(`The key ${name} was deleted`)).toBeVisible();
    await expect(page.getByText(name, { exact: true })).toBeHidden();
    await expectFocus(page);
  }
});

test('the focus stays when a session is ended, a size is deleted, and what is in the bin goes', async ({
  insidePage: page,
  newName,
  playwright,
  baseURL,
}) => {
  await test.step('a session', async () => {
    const elsewhere = await playwright.request.newContext({
      ...(baseURL && { baseURL }),
      userAgent: 'focus/1',
    });
    await elsewhere.post('/api/auth/login', { data: ADMIN });
    await elsewhere.dispose();
    await page.goto('/profile');
    const end = page.getByRole('button', { name: /^End the session of focus at/ });
    await expect(end.first()).toBeVisible();
    const before = await end.count();
    await end.first().press('Enter');
    await expect(end).toHaveCount(before - 1);
    await expectFocus(page);
  });

  await test.step('a size', async () => {
    const name = newName('size');
    await page.request.put(`/api/vms/presets/${name}`, {
      data: { vcpus: 1, memoryMib: 256, diskGib: 1 },
    });
    await page.goto('/settings/presets');
    await page.getByRole('button', { name: `Delete size ${name}` }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete size' }).press('Enter');
    await expect(page.getByRole('button', { name: `Delete size ${name}` })).toBeHidden();
    await expectFocus(page);
  });

  await test.step('the bin', async () => {
    const name = newName('focus');
    const id = await createMachine(page.request, name);
    const state = async () =>
      ((await (await page.request.get(`/api/vms/${id}`)).json()) as { state: string }).state;
    await expect.poll(state, { timeout: BOOT_MILLIS }).toBe('RUNNING');
    await page.request.delete(`/api/vms/${id}`);
    await page.goto('/bin');
    const row = page.getByRole('row', { name });
    await row.getByRole('button', { name: `Restore ${name}` }).press('Enter');
    await expect(row).toBeHidden();
    await expectFocus(page);

    await page.request.delete(`/api/vms/${id}`);
    await row.getByRole('button', { name: /permanently$/ }).press('Enter');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(row).toBeHidden({ timeout: BOOT_MILLIS });
    await expectFocus(page);
  });
});

test('a second refusal of a restore is told in the same dialog', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('twice');
  const id = await createMachine(page.request, name);
  const state = async () =>
    ((await (await page.request.get(`/api/vms/${id}`)).json()) as { state: string }).state;
  await expect.poll(state, { timeout: BOOT_MILLIS }).toBe('RUNNING');
  await page.request.delete(`/api/vms/${id}`);
  await page.goto('/bin');
  const restore = page.getByRole('button', { name: `Restore ${name}` });
  await expect(restore).toBeVisible({ timeout: BOOT_MILLIS });
  await createMachine(page.request, name);
  await restore.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/There is a machine named/)).toBeVisible();
  await dialog.evaluate((element) => {
    element.dataset.same = 'yes';
  });
  await dialog.getByRole('button', { name: 'Restore' }).press('Enter');
  await expect(dialog.getByText(/There is a machine named/)).toBeVisible();
  await expect(dialog).toHaveAttribute('data-same', 'yes');
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(restore).toBeFocused();
});
