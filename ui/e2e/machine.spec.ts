import { BOOT_MILLIS, IMAGE } from './support/product';
import { choose, menuItem } from './support/actions';
import { expect, test } from './support/test';

test('a machine is made, watched, turned off and on, renamed and deleted', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('web');
  const heading = page.getByRole('heading', { level: 1 });
  const state = (text: string) => page.getByRole('status').getByText(text, { exact: true });

  await test.step('made by the form', async () => {
    await page.goto('/vms');
    await page.getByRole('link', { name: 'Create machine' }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByRole('radio', { name: IMAGE }).check({ force: true });
    await page.getByLabel('Memory').fill('192');
    await page.getByLabel('Disk', { exact: true }).fill('3');
    await page.getByLabel('Start it whenever its host starts').check({ force: true });
    await page.getByLabel('Tags').fill('e2e, web');
    await page.getByRole('button', { name: 'Create machine' }).click();
    await expect(heading).toHaveText(name);
  });

  await test.step('watched until it runs, with the log of its job', async () => {
    await expect(state('Running')).toBeVisible({ timeout: BOOT_MILLIS });
    await expect(page.getByRole('log').first().getByRole('listitem').first()).toBeVisible();
    await expect(page.getByText(/^ssh \S+@\S+$/)).toBeVisible();
    await expect(page.getByRole('group').getByText('Completed')).toBeVisible();
  });

  await test.step('with the shape that was asked for', async () => {
    const fact = (label: string) => page.locator('dl > div', { hasText: new RegExp(`^${label}`) });
    await expect(fact('Memory')).toContainText('192 MiB');
    await expect(fact('Disk')).toContainText('3 GiB');
    await expect(fact('Start with the host')).toContainText('Yes');
  });

  await test.step('found in the list', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Virtual machines' }).click();
    await page.getByRole('combobox', { name: 'Search' }).fill(name);
    const row = page.getByRole('row', { name });
    await expect(row).toContainText('Running');
    await expect(page.getByRole('row')).toHaveCount(2);
    await row.getByRole('link', { name }).click();
  });

  await test.step('forced off, after a question', async () => {
    await expect(await menuItem(page, 'Start')).toBeDisabled();
    await expect(await menuItem(page, 'Start')).toHaveAccessibleDescription('It is running.');
    await choose(page, 'Force off');
    await page.getByRole('dialog').getByRole('button', { name: 'Force off' }).click();
    await expect(state('Stopped')).toBeVisible({ timeout: BOOT_MILLIS });
  });

  await test.step('started again', async () => {
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(state('Running')).toBeVisible({ timeout: BOOT_MILLIS });
  });

  await test.step('renamed', async () => {
    await choose(page, 'Edit');
    const renamed = newName('api');
    await page.getByRole('dialog').getByLabel('Name').fill(renamed);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(heading).toHaveText(renamed);
  });

  await test.step('deleted, after a question', async () => {
    await choose(page, 'Delete');
    await page.getByRole('button', { name: 'Delete machine' }).click();
    await expect(page.getByRole('heading', { name: /is gone$/, level: 1 })).toBeAttached({
      timeout: BOOT_MILLIS,
    });
  });

  await test.step('and its jobs tell what was done', async () => {
    await page.getByRole('link', { name: 'Jobs' }).click();
    await page.getByRole('link', { name: 'Delete machine' }).first().click();
    await expect(heading).toHaveText('Delete machine');
    await expect(page.getByRole('log', { name: 'Log' })).toBeVisible();
  });
});
