import { fileURLToPath } from 'node:url';
import { searchOf } from './support/list';
import { DATA, install, shell } from './support/shell';
import { expect, expectAccessible, test } from './support/test';

const NAME = 'org.example.rack.list';
const JAR = fileURLToPath(new URL('../../itests/evolution/list/rack-list.jar', import.meta.url));

test.skip(DATA === undefined, 'OBOX_DATA does not say where the product keeps its data');

test('a list of somebody else’s bundle is searched, sorted, used by keys and saved as a view like those of OBox', async ({
  insidePage: page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/hosts');
  await expect(page.getByRole('status').getByText('Live', { exact: true })).toBeVisible();
  const bundle = await install(JAR);
  await page.getByRole('link', { name: 'List of racks' }).click();
  const table = page.getByRole('table', { name: 'List of racks' });
  await expect(table).toHaveAttribute('aria-rowcount', '301');
  expect(await table.getByRole('row').count()).toBeLessThan(100);

  await page.getByRole('columnheader', { name: 'Units' }).getByRole('button').click();
  await expect(table.getByRole('row').nth(1)).toContainText('47');
  await searchOf(page).pressSequentially('south-7');
  await expect(table).toHaveAttribute('aria-rowcount', '7');
  await searchOf(page).press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('i');
  await expect(page.getByText(/^This is south-7/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Save as view…' }).click();
  await page.getByLabel('Name', { exact: true }).pressSequentially('Sevens');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/rack-list\?view=[-0-9a-f]+$/);
  await page.reload();
  await expect(searchOf(page)).toHaveValue('south-7');
  await expect(table).toHaveAttribute('aria-rowcount', '7');

  const { items } = (await (await page.request.get(`/api/views?page=${NAME}`)).json()) as {
    items: { id: string }[];
  };
  for (const { id } of items) await page.request.delete(`/api/views/${id}`);
  await shell(`felix:uninstall ${bundle}`);
  await expect(page.getByRole('heading', { name: 'Page not found' }).first()).toBeVisible();
});
