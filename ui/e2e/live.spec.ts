import { createMachine, deleteMachine } from './support/product';
import { expect, test } from './support/test';

test('the list follows what happens elsewhere', async ({ insidePage: page, newName }) => {
  const name = newName('live');
  await page.goto('/vms');
  await expect(page.getByRole('status').getByText('Live')).toBeVisible();
  await createMachine(page.request, name);
  await expect(page.getByRole('row', { name })).toBeVisible();
  await deleteMachine(page.request, name);
  await expect(page.getByRole('row', { name })).toBeHidden({ timeout: 60_000 });
});

test('without the event stream the page goes on by asking', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('polled');
  // A stream that can't be read is an error to the browser's EventSource, not to the console.
  await page.route('/api/events', (route) => route.fulfill({ status: 404 }));
  await page.goto('/vms');
  await expect(page.getByText('Live updates lost')).toBeVisible();
  await createMachine(page.request, name);
  await expect(page.getByRole('row', { name })).toBeVisible();

  await page.unroute('/api/events');
  await expect(page.getByRole('status').getByText('Live', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
});
