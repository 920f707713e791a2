import type { Page } from '@playwright/test';
import { thousandMachines } from './support/many';
import { slowDown } from './support/network';
import { BOOT_MILLIS, createMachine, powerMachine } from './support/product';
import { expect, test } from './support/test';

const rowOf = (page: Page, name: string) => page.getByRole('row', { name });
const choose = (page: Page, state: string) =>
  page.getByRole('group', { name: 'State' }).getByText(state, { exact: true }).click();

test('a search shows what is searched for, and nothing else', async ({
  insidePage: page,
  newName,
}) => {
  const [wanted, other] = [newName('wanted'), newName('other')];
  await createMachine(page.request, wanted);
  await createMachine(page.request, other);
  await page.goto('/vms');
  await expect(rowOf(page, other)).toBeVisible();

  await page.getByRole('combobox', { name: 'Search' }).fill(wanted.slice(0, -1));
  await expect(rowOf(page, other)).toBeHidden();
  await expect(rowOf(page, wanted)).toBeVisible();

  await page.reload();
  await expect(rowOf(page, wanted)).toBeVisible();
  await expect(rowOf(page, other)).toBeHidden();

  await page.getByRole('combobox', { name: 'Search' }).fill(`${wanted}-is-nowhere`);
  await expect(rowOf(page, wanted)).toBeHidden();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(rowOf(page, wanted)).toBeVisible();
  await expect(rowOf(page, other)).toBeVisible();
});

test('the filter shows machines in the state that is chosen', async ({
  insidePage: page,
  newName,
}) => {
  const [on, off] = [newName('on'), newName('off')];
  await createMachine(page.request, on);
  const stopped = await createMachine(page.request, off);
  await page.goto('/vms');
  for (const name of [on, off]) {
    await expect(rowOf(page, name)).toContainText('Running', { timeout: BOOT_MILLIS });
  }
  await powerMachine(page.request, stopped, 'stop');
  await expect(rowOf(page, off)).toContainText('Stopped', { timeout: BOOT_MILLIS });

  await choose(page, 'Stopped');
  await expect(rowOf(page, on)).toBeHidden();
  await expect(rowOf(page, off)).toBeVisible();

  await choose(page, 'Running');
  await expect(rowOf(page, off)).toBeHidden();
  await expect(rowOf(page, on)).toBeVisible();
  await page.reload();
  await expect(rowOf(page, on)).toBeVisible();
  await expect(rowOf(page, off)).toBeHidden();

  await choose(page, 'All');
  await expect(rowOf(page, off)).toBeVisible();
});

test('no letter that is typed into the search is lost, however slow the page is', async ({
  insidePage: page,
}) => {
  await thousandMachines(page);
  await page.goto('/vms');
  await expect(rowOf(page, 'kafka-broker-0')).toBeAttached();
  await slowDown(page, 4);
  const search = page.getByRole('combobox', { name: 'Search' });
  await search.pressSequentially('kafka-broker', { delay: 80 });
  await expect(search).toHaveValue('kafka-broker');
  await expect(page).toHaveURL(/q=kafka-broker$/);
  await expect(search).toHaveValue('kafka-broker');

  await search.press('Control+A');
  await search.pressSequentially('redis');
  await expect(page).toHaveURL(/q=redis$/);
  await page.getByRole('navigation').getByRole('link', { name: 'Virtual machines' }).click();
  await expect(search).toHaveValue('');
});

test('a state that is chosen while the search still waits for more letters is kept with it', async ({
  insidePage: page,
}) => {
  await thousandMachines(page);
  await page.goto('/vms');
  await expect(rowOf(page, 'kafka-broker-0')).toBeAttached();
  await slowDown(page, 4);
  const running = page.getByRole('group', { name: 'State' }).getByText('Running', { exact: true });
  await page.getByRole('combobox', { name: 'Search' }).fill('redis');
  // Without Playwright's waits, which are longer than the pause after the last letter.
  await running.evaluate((element: HTMLElement) => {
    element.click();
  });
  await expect(page).toHaveURL(/q=redis/);
  await expect(page).toHaveURL(/state=RUNNING/);
  await expect(page.getByRole('combobox', { name: 'Search' })).toHaveValue('redis');
});
