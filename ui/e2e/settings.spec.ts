import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

const BIN = '/api/admin/settings/io.obox.vm.bin';

async function reset(page: Page, path: string) {
  const { version } = (await (await page.request.get(path)).json()) as { version: number };
  await page.request.patch(path, {
    headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': `"${version}"` },
    data: { values: { days: null } },
  });
}

test('what cannot be set is said at its field, what can holds until it is reset', async ({
  insidePage: page,
}) => {
  await reset(page, BIN);
  await page.goto('/settings/system');
  const bin = page.getByRole('region', { name: 'Bin' });
  const days = bin.getByRole('spinbutton', { name: 'Days in the bin' });
  await expect(days).toHaveValue('7');
  await expect(bin.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');

  await days.fill('40000');
  await days.press('Enter');
  await expect(bin.getByText('This must be at most 36500.')).toBeVisible();
  await expect(days).toBeFocused();
  await expect(days).toHaveAttribute('aria-invalid', 'true');

  await days.fill('9');
  await bin.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Bin: saved for all nodes')).toBeVisible();
  await expect(bin.getByText('Set here')).toBeVisible();
  await expect(bin.getByText(/^Changed by/)).toBeVisible();

  await bin.getByRole('button', { name: 'Reset Days in the bin' }).click();
  await expect(days).toHaveValue('7');
  await expect(bin.getByText('Set here')).toHaveCount(0);
});

test('a password is written and never shown', async ({ insidePage: page }) => {
  await page.goto('/settings/mail');
  const server = page.getByRole('region', { name: 'Mail server' });
  const password = server.getByRole('textbox', { name: 'Password' });
  await password.fill('a canary of the settings');
  await server.getByRole('button', { name: 'Save' }).click();
  await expect(server.getByRole('button', { name: 'Reset Password' })).toBeVisible();
  await expect(password).toHaveValue('');
  await expect(password).toHaveAttribute('placeholder', 'Set; type to replace it');
  const answer = await (await page.request.get('/api/admin/settings')).text();
  expect(answer).not.toContain('canary');
  await server.getByRole('button', { name: 'Reset Password' }).click();
  await expect(password).toHaveAttribute('placeholder', 'Not set');
});

test.describe('the frame of a preview', () => {
  // It may run nothing, what Playwright puts into each frame neither, and has no styles of its own.
  test.use({ expectedComplaint: /about:srcdoc|Applying inline style/ });

  test('words of mails are tried, refused where nothing can be put in, kept and given up', async ({
    insidePage: page,
  }) => {
    await page.goto('/settings/mail-templates');
    await page.getByRole('combobox', { name: 'Kind of mail' }).selectOption('mail.test');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
    const text = page.getByLabel('Text', { exact: true });
    await text.fill('Hi {recipent}');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByText(/nothing to put in for recipent/)).toBeVisible();
    await expect(text).toBeFocused();

    await text.fill('Hi {recipient}, it is {asked}.');
    await page.getByRole('button', { name: 'Preview' }).click();
    const frame = page.frameLocator('iframe[sandbox=""]');
    await expect(frame.getByText(/^Hi Ann, it is .* UTC\.$/)).toBeVisible();

    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The words are saved')).toBeVisible();
    await page.getByRole('button', { name: 'Take the standard words' }).click();
    await expect(page.getByText('The standard words are taken again')).toBeVisible();
    await expect(text).toHaveValue(/this mail was asked for/);
  });
});
