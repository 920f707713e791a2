import type { Page } from '@playwright/test';
import { createMachine } from './support/product';
import { choose } from './support/actions';
import { machineAtRest } from './support/rest';
import { expect, test } from './support/test';

const menuOf = async (page: Page, name: string) => {
  await page
    .getByRole('row', { name })
    .getByRole('button', { name: /^Actions for/ })
    .click();
};

async function running(page: Page, name: string): Promise<string> {
  return (await machineAtRest(page.request, await createMachine(page.request, name))).id;
}

test('an order is carried out although its reader goes on at once', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('gone-on');
  const id = await running(page, name);
  await page.route('**/api/auth/me', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto('/vms');
  await menuOf(page, name);
  const sent = page.waitForResponse(`**/api/vms/${id}/actions`);
  await page.getByRole('menuitem', { name: 'Pause' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Hosts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hosts' })).toBeVisible();
  expect((await sent).status()).toBe(202);
  await expect(page.getByRole('status').filter({ hasText: name })).toBeVisible();
});

test('each of two orders that are refused is told of, by the name of its machine', async ({
  insidePage: page,
  newName,
}) => {
  const names = [newName('one'), newName('two')];
  for (const name of names) await running(page, name);
  await page.route('**/api/vms/*/actions', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: { type: 'urn:obox:problem:no', title: 'No', status: 409, detail: 'Not now.' },
    });
  });
  await page.goto('/vms');
  for (const name of names) {
    await menuOf(page, name);
    await page.getByRole('menuitem', { name: 'Pause' }).click();
  }
  for (const name of names) await expect(page.getByText(`${name}: Not now.`)).toBeVisible();
});

test('a refusal follows a reader who has left the page of the machine', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('followed');
  const id = await running(page, name);
  await page.route('**/api/vms/*/actions', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: { type: 'urn:obox:problem:no', title: 'No', status: 409, detail: 'Not now.' },
    });
  });
  await page.goto(`/vms/${id}`);
  await choose(page, 'Pause');
  await page.getByRole('navigation').getByRole('link', { name: 'Hosts' }).click();
  await expect(page.getByText(`${name}: Not now.`)).toBeVisible();
});
