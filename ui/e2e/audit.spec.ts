import { ADMIN } from './support/product';
import { expect, expectAccessible, test } from './support/test';

test('what people did and tried is found, shown and proven', async ({ insidePage: page }) => {
  const stranger = `stranger${Date.now().toString()}@example.org`;
  const refused = await page.request.post('/api/auth/login', {
    data: { email: stranger, password: 'not the password' },
  });
  expect(refused.status()).toBe(401);

  await page.goto('/');
  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit log');
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially(`who:${stranger}`);
  const row = page.getByRole('row', { name: stranger });
  await expect(row).toContainText('Refused');
  await expect(page.getByRole('row', { name: ADMIN.email })).toHaveCount(0);
  await expectAccessible(page);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  const lines = await (await download).createReadStream();
  const text = (await lines.toArray()).map(String).join('');
  expect(text.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(text)).toMatchObject({ who: stranger, problem: 'unauthenticated' });

  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/^(All )?[\d,]+ records? (is|are) unchanged$/)).toBeVisible();

  await row.getByRole('link', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log in');
  await expect(page.getByRole('definition').filter({ hasText: 'Not logged in' })).toBeVisible();
  await expectAccessible(page);
});

test('a time that can’t be read is told at the search', async ({ insidePage: page }) => {
  await page.goto('/audit');
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially('from:yesterday');
  await expect(page.getByRole('alert')).toContainText('A time is written like');
});
