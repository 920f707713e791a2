import type { Page } from '@playwright/test';
import { chooseLook } from './support/account';
import { networkOf } from './support/network';
import { BOOT_MILLIS, createMachine } from './support/product';
import { choose, menuItem } from './support/actions';
import { endedJob } from './support/rest';
import { expect, test } from './support/test';

const dialog = (page: Page) => page.getByRole('dialog');

/** All requests from now on that ask for something to be done. */
function orders(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/actions')) sent.push(request.url());
  });
  return sent;
}

test('without a connection an order fails at once, and is not given later', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('offline'));
  await page.goto(`/vms/${id}`);
  await expect(await menuItem(page, 'Force off')).toBeEnabled({ timeout: BOOT_MILLIS });
  const network = await networkOf(page);
  await network.cut();
  await choose(page, 'Force off');
  await dialog(page).getByRole('button', { name: 'Force off' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('No connection', { timeout: 1_000 });
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();

  const sent = orders(page);
  await network.mend();
  // The page is in touch with the server again, and has had its time for whatever it kept.
  await expect(page.getByRole('status').getByText('Live', { exact: true })).toBeVisible();
  await choose(page, 'Pause');
  await expect(page.getByRole('status').getByText('Paused', { exact: true })).toBeVisible();
  expect(sent).toHaveLength(1);
});

test('closing the question ends a request that is under way', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('given-up'));
  await page.goto(`/vms/${id}`);
  await expect(await menuItem(page, 'Force off')).toBeEnabled({ timeout: BOOT_MILLIS });
  await page.route(`**/api/vms/${id}/actions`, () => new Promise(() => undefined));
  await choose(page, 'Force off');
  const asked = page.waitForRequest(`**/api/vms/${id}/actions`);
  await dialog(page).getByRole('button', { name: 'Force off' }).click();
  const request = await asked;
  const ended = page.waitForEvent('requestfailed', (failed) => failed === request);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();

  expect((await ended).failure()?.errorText).toContain('ERR_ABORTED');
  await expect(await menuItem(page, 'Force off')).toBeEnabled();
});

test('a job that could not be retried says why in the language of the page', async ({
  insidePage: page,
  newName,
}) => {
  const machine = await createMachine(page.request, newName('untried'));
  const job = await endedJob(page.request, machine);
  await page.route(`**/api/jobs/${job.id}`, (route) =>
    route.fulfill({ json: { ...job, state: 'DISCARDED' } }),
  );
  await page.route(`**/api/jobs/${job.id}/retry`, (route) => route.abort('connectionreset'));
  await page.goto(`/jobs/${job.id}`);
  await chooseLook(page, 'Français');
  await page.getByRole('button', { name: 'Relancer' }).click();
  await expect(page.getByRole('status').getByText('OBox ne répond pas.')).toBeVisible();
});
