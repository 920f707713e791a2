import { anotherBrowser, heads, rowOf } from './support/list';
import { createMachine } from './support/product';
import { expect, expectAccessible, test } from './support/test';

test.use({ viewport: { width: 1440, height: 900 } });

const COLUMNS = ['Name', 'State', 'Address', 'Size', 'Load', 'Created', 'Actions'];

test('columns, their order and how high rows are go along to another browser', async ({
  insidePage: page,
  newName,
  browser,
}) => {
  const name = newName('columns');
  await createMachine(page.request, name);
  await page.goto('/vms');
  await expect(rowOf(page, name)).toBeVisible();
  expect(await heads(page)).toEqual(COLUMNS);
  const height = async () => (await rowOf(page, name).boundingBox())?.height ?? 0;
  const usual = await height();

  await page.getByRole('button', { name: 'Columns and rows' }).click();
  await page.getByRole('checkbox', { name: 'Image' }).click();
  await expect(page.getByRole('checkbox', { name: 'Image' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Size' }).click();
  await expect(page.getByRole('checkbox', { name: 'Size' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Move Address up' }).click();
  await page.getByRole('radio', { name: 'Compact' }).click();
  await expectAccessible(page);
  const changed = ['Name', 'Address', 'State', 'Load', 'Created', 'Image', 'Actions'];
  await expect.poll(() => heads(page)).toEqual(changed);
  await expect.poll(height).toBeLessThan(usual);
  await expect
    .poll(async () => (await (await page.request.get('/api/profile')).json()) as object)
    .toMatchObject({
      preferences: {
        density: 'COMPACT',
        columns: { vms: ['name', 'address', 'state', 'load', 'created', 'image'] },
      },
    });

  const other = await anotherBrowser(browser);
  await other.goto('/vms');
  await expect.poll(() => heads(other)).toEqual(changed);
  await other.context().close();

  await page.getByRole('button', { name: 'Default columns' }).click();
  await expect.poll(() => heads(page)).toEqual(COLUMNS);
  await page.reload();
  await expect(rowOf(page, name)).toBeVisible();
  expect(await heads(page)).toEqual(COLUMNS);
});

test('on a phone values stand beside the names of their columns', async ({ insidePage: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/hosts');
  const count = page.locator('td[data-label="Machines"]').first();
  await expect(count).toBeVisible();
  const said = await count.evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(said).toContain('Machines');
  await page.goto('/images');
  await expect(page.locator('td[data-label="Copies"]').first()).toBeVisible();
  await expect(page.locator('td[data-label="Size"]').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
});

test('small graphs that a bundle brings find their place in the rows, and move nothing', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('graphed');
  await createMachine(page.request, name);
  const places = async () => {
    await page.goto('/vms');
    await expect(rowOf(page, name)).toBeVisible();
    return page
      .getByRole('columnheader')
      .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().x)));
  };
  const before = await places();

  await page.route('/api/ui/contributions', async (route) => {
    const response = await route.fetch();
    const told = (await response.json()) as { sdk: string; items: object[] };
    const module = {
      id: 'org.example.load',
      name: 'Load',
      sdk: told.sdk,
      module: '/plugins/org.example.load/1/module.js',
    };
    await route.fulfill({ response, json: { ...told, items: [...told.items, module] } });
  });
  await page.route('/plugins/org.example.load/**', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `const line = (id, label) => ({ id, label, content: ({ vm }) => id + ' of ' + vm.name });
        export default {
          id: 'org.example.load', name: 'Load', texts: { en: { cpu: 'CPU', memory: 'Memory' } },
          vmSparklines: [line('cpu', 'cpu'), line('memory', 'memory')],
        };`,
    }),
  );
  expect(await places()).toEqual(before);
  await expect(page.getByRole('columnheader', { name: 'CPU · Memory' })).toBeVisible();
  await expect(rowOf(page, name)).toContainText(`cpu of ${name}`);
  await expect(rowOf(page, name)).toContainText(`memory of ${name}`);
});
