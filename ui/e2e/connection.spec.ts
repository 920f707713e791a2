import type { Page } from '@playwright/test';
import { networkOf } from './support/network';
import { BOOT_MILLIS, createMachine } from './support/product';
import { Relay } from './support/relay';
import { choose, menuItem } from './support/actions';
import { expect, test } from './support/test';

const bar = (page: Page) => page.getByRole('alert').getByText(/^Not connected; as of \d/);
const IN_TIME = { timeout: 3_000 };

let relay: Relay;

test.beforeEach(async ({ baseURL }) => {
  relay = await Relay.to(baseURL ?? '');
});
test.afterEach(async () => {
  await relay.close();
});

/** Goes to the list by the relay, and waits for the stream to be heard. */
async function open(page: Page): Promise<void> {
  await page.goto(`${relay.url}/vms`);
  await expect(page.getByRole('heading', { level: 1, name: 'Virtual machines' })).toBeVisible();
}

test('a connection that falls silent is told within three seconds, and taken up again', async ({
  insidePage: page,
}) => {
  await open(page);
  await expect(page.getByRole('status').getByText('Live', { exact: true })).toBeVisible();
  await expect(bar(page)).toBeHidden();
  relay.block();
  await expect(bar(page)).toBeVisible(IN_TIME);

  relay.unblock();
  await expect(bar(page)).toBeHidden();
  await expect(page.getByRole('status').getByText('Live', { exact: true })).toBeVisible();
});

test('an order that the network swallows is refused, and does not arrive after that', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('swallowed'));
  await page.goto(`${relay.url}/vms/${id}`);
  await expect(await menuItem(page, 'Pause')).toBeEnabled({ timeout: BOOT_MILLIS });
  await expect(page.getByRole('status').getByText('Live', { exact: true })).toBeVisible();
  await choose(page, 'Force off');
  const dialog = page.getByRole('dialog');
  relay.block();
  await dialog.getByRole('button', { name: 'Force off' }).click();
  await expect(dialog.getByRole('alert')).toContainText('No connection', { timeout: 5_000 });
  relay.unblock();

  await expect(bar(page)).toBeHidden();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await choose(page, 'Pause');
  // What the network had kept would have come before this.
  await expect(page.getByRole('status').getByText('Paused', { exact: true })).toBeVisible();
  const jobs = await page.request.get('/api/jobs', { params: { subject: id } });
  const { items } = (await jobs.json()) as { items: { kind: string }[] };
  expect(items.filter(({ kind }) => kind === 'vm.power')).toHaveLength(1);
});

test('a server that is gone is told within three seconds on a phone too, and is back by itself', async ({
  insidePage: page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  const bringBack = await relay.cutOff();
  await expect(bar(page)).toBeVisible(IN_TIME);
  await expect(page.getByRole('button', { name: 'Open menu' })).toBeInViewport();
  await page.getByRole('button', { name: 'Open menu' }).click();
  await page.getByRole('button', { name: 'Close menu' }).click();

  await bringBack();
  await expect(bar(page)).toBeHidden();
});

test('a cable that is pulled is told within three seconds', async ({ insidePage: page }) => {
  await open(page);
  const network = await networkOf(page);
  await network.cut();
  await expect(bar(page)).toBeVisible(IN_TIME);
  await network.mend();
  await expect(bar(page)).toBeHidden();
});

test('a stream that is lost while the server answers is not taken for a lost server', async ({
  insidePage: page,
}) => {
  await page.route('**/api/events', (route) => route.fulfill({ status: 404 }));
  await open(page);
  await expect(page.getByText('Live updates lost')).toBeVisible();
  const asked = page.waitForResponse(/\/api\/vms/);
  await asked;
  await expect(bar(page)).toBeHidden();
});
