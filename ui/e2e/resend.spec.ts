import type { Page } from '@playwright/test';
import { createMachine, IMAGE, machinesNamed, BOOT_MILLIS } from './support/product';
import { choose, menuItem } from './support/actions';
import { expect, test } from './support/test';

/**
 * Lets the server do what the next requests to this path ask for, and loses its answers. Tells the keys of all requests
 * there, lost or not.
 */
async function loseAnswers(page: Page, path: string, count: number): Promise<string[]> {
  const sent: string[] = [];
  await page.route(path, async (route) => {
    const request = route.request();
    if (request.method() !== 'POST') return route.continue();
    sent.push(request.headers()['idempotency-key'] ?? 'none');
    if (sent.length > count) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  return sent;
}

test('a creation whose answer was lost is sent again, and makes one machine', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('resent');
  await page.goto('/vms/new');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('radio', { name: IMAGE }).check({ force: true });
  // the page tries once more by itself, and then it is for the reader to do so
  const sent = await loseAnswers(page, '**/api/vms', 2);
  await page.getByRole('button', { name: 'Create machine' }).click();
  await expect(page.locator(':focus')).toContainText('No connection');
  await page.getByRole('button', { name: 'Create machine' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  expect(sent).toHaveLength(3);
  expect(sent[0]).toMatch(/^[\w-]{16,}$/);
  expect(new Set(sent).size).toBe(1);
  expect(await machinesNamed(page.request, name)).toBe(1);
});

test('another machine is another request', async ({ insidePage: page, newName }) => {
  const sent = await loseAnswers(page, '**/api/vms', 0);
  for (const name of [newName('first'), newName('second')]) {
    await page.goto('/vms/new');
    await page.getByLabel('Name').fill(name);
    await page.getByRole('radio', { name: IMAGE }).check({ force: true });
    await page.getByRole('button', { name: 'Create machine' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  }
  expect(new Set(sent).size).toBe(2);
});

test('a power action whose answer was lost is done once', async ({ insidePage: page, newName }) => {
  const id = await createMachine(page.request, newName('pressed'));
  await page.goto(`/vms/${id}`);
  await expect(await menuItem(page, 'Pause')).toBeEnabled({ timeout: BOOT_MILLIS });
  const sent = await loseAnswers(page, `**/api/vms/${id}/actions`, 1);
  await choose(page, 'Pause');

  await expect(page.getByRole('status').getByText('Paused', { exact: true })).toBeVisible();
  await expect(() => {
    expect(sent).toHaveLength(2);
  }).toPass();
  expect(sent[0]).toMatch(/^[\w-]{16,}$/);
  expect(sent[1]).toBe(sent[0]);
  await expect(page.getByRole('alert')).toHaveCount(0);
});
