import type { Page } from '@playwright/test';
import { ADMIN } from './support/product';
import { expect, expectAccessible, expectContrast, test } from './support/test';

/** Looks at a page in both themes, and at the width of a phone. */
async function lookAround(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
}

test('a host shows what is free of it, and by tabs what is on it', async ({ insidePage: page }) => {
  await page.goto('/hosts');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('meter', { name: 'Memory' })).toBeVisible();
  await expect(page.getByText('No job is waiting for this host.')).toBeVisible();
  const tabs = page.getByRole('navigation', { name: 'Views' });
  await tabs.getByRole('link', { name: 'Images' }).click();
  await expect(page).toHaveURL(/\/images$/);
  await expect(page.getByRole('main').getByRole('link', { name: 'tiny' })).toBeVisible();
  await tabs.getByRole('link', { name: 'Overview' }).click();
  await lookAround(page);
});

test('an image shows where its content is, and what was made from it', async ({
  insidePage: page,
}) => {
  await page.goto('/images');
  await page.getByRole('table').getByRole('link', { name: 'tiny' }).first().click();
  await expect(page.getByRole('heading', { name: 'tiny', level: 1 })).toBeVisible();
  await expect(page.getByText('Node of OBox')).toBeVisible();
  await lookAround(page);
});

test('the settings have sections with addresses', async ({ insidePage: page }) => {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Quotas' }).click();
  await expect(page).toHaveURL(/\/settings\/quotas$/);
  await expect(page.getByRole('meter', { name: 'vCPUs' })).toBeVisible();
  await lookAround(page);
});

test('a profile ends sessions elsewhere, and keeps keys', async ({
  insidePage: page,
  playwright,
  baseURL,
}) => {
  const elsewhere = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    userAgent: 'elsewhere/1',
  });
  await elsewhere.post('/api/auth/login', { data: ADMIN });
  await page.goto('/profile');
  await expect(page.getByText('This session')).toBeVisible();
  await page
    .getByRole('button', { name: /^End the session of elsewhere at/ })
    .first()
    .click();
  await expect(page.getByRole('status').getByText('The session was ended')).toBeVisible();
  await elsewhere.dispose();

  await page.getByRole('button', { name: 'Add a key' }).click();
  await page.getByLabel('Key name').pressSequentially('laptop');
  await page.getByLabel('Public key').fill('no key at all');
  await page.getByRole('button', { name: 'Save the key' }).click();
  await expect(page.getByLabel('Public key')).toHaveAttribute('aria-invalid', 'true');
  await lookAround(page);
});
