import type { Page } from '@playwright/test';
import { BOOT_MILLIS, createMachine, powerMachine } from './support/product';
import { endedJob } from './support/rest';
import { expect, test } from './support/test';

const fact = (page: Page, name: string) =>
  page.locator('dl > div', { has: page.locator('dt', { hasText: name }) }).locator('dd');

test('a machine that is off is not said to have never been on', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('off'));
  await page.goto(`/vms/${id}`);
  const state = page.getByRole('status');
  await expect(state.getByText('Running', { exact: true })).toBeVisible({ timeout: BOOT_MILLIS });
  await expect(fact(page, 'Running since')).toHaveText(/now|sec|min/);
  await powerMachine(page.request, id, 'stop');
  await expect(state.getByText('Stopped', { exact: true })).toBeVisible({ timeout: BOOT_MILLIS });
  await expect(fact(page, 'Running since')).toHaveText('Not running');
});

test('a job of several attempts tells how long all of them took', async ({
  insidePage: page,
  newName,
}) => {
  const machine = await createMachine(page.request, newName('attempts'));
  const job = await endedJob(page.request, machine);
  await page.route(`**/api/jobs/${job.id}`, (route) =>
    route.fulfill({
      json: {
        ...job,
        state: 'DISCARDED',
        attempt: 3,
        createdAt: '2026-01-01T12:00:00.000Z',
        startedAt: '2026-01-01T12:00:40.000Z',
        finishedAt: '2026-01-01T12:00:40.100Z',
      },
    }),
  );
  await page.goto(`/jobs/${job.id}`);
  await expect(fact(page, 'All attempts')).toHaveText('40 s');
});

test('the way back to a list keeps its filter', async ({ insidePage: page, newName }) => {
  const name = newName('found');
  await createMachine(page.request, name);
  await page.goto('/vms');
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially(name);
  await expect(page).toHaveURL(new RegExp(`q=${name}$`));
  await page.getByRole('row', { name }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.getByRole('main').getByRole('link', { name: 'Virtual machines' }).click();
  await expect(page).toHaveURL(new RegExp(`q=${name}$`));
  await expect(page.getByRole('combobox', { name: 'Search' })).toHaveValue(name);
});
