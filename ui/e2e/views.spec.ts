import type { Page } from '@playwright/test';
import { administrator, canRegister } from './support/mails';
import { newPerson } from './support/people';
import { anotherBrowser, heads, rowOf, searchOf } from './support/list';
import { createMachine, machineName } from './support/product';
import { machineAtRest } from './support/rest';
import { expect, expectAccessible, expectContrast, test } from './support/test';

const button = (page: Page) => page.getByRole('button', { name: /^View/ });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Views' });

async function order(page: Page, name: string | RegExp): Promise<void> {
  await button(page).click();
  await panel(page).getByRole('button', { name }).click();
}

/** Saves the list as it is seen, and opens it again by the panel. */
async function saveAndOpen(page: Page, view: string): Promise<void> {
  const { pathname } = new URL(page.url());
  await order(page, 'Save as view…');
  await page.getByLabel('Name', { exact: true }).pressSequentially(view);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${pathname}\\?view=[-0-9a-f]+$`));
  await page.goto(pathname);
  await button(page).click();
  await panel(page).getByRole('link', { name: view }).click();
  await expect(button(page)).toContainText(view);
}

async function forget(page: Page, name: string): Promise<void> {
  const { items } = (await (await page.request.get('/api/views?limit=200')).json()) as {
    items: { id: string; name: string }[];
  };
  for (const view of items.filter((each) => each.name.startsWith(name))) {
    await page.request.delete(`/api/views/${view.id}`);
  }
}

test('a list is saved as a view, which a link opens in another browser, says that it is changed, and goes', async ({
  insidePage: page,
  newName,
  browser,
}) => {
  const name = newName('viewed');
  const view = machineName('View');
  await createMachine(page.request, name, { tags: ['shelf/a'] });
  await page.goto('/vms');

  await test.step('saved as the list is seen', async () => {
    await searchOf(page).pressSequentially('tag:shelf/a');
    await expect(page).toHaveURL(/q=tag/);
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await expect(page).toHaveURL(/sort=name/);
    await order(page, 'Save as view…');
    const dialog = page.getByRole('dialog', { name: 'Save as view' });
    await dialog.getByLabel('Name').pressSequentially(view);
    await dialog.getByLabel('Share with everybody').check();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/vms\?view=[-0-9a-f]+$/);
    await expect(searchOf(page)).toHaveValue('tag:shelf/a');
    await expect(button(page)).toContainText(view);
    await expect(page.getByText('Changed', { exact: true })).toBeHidden();
  });

  await test.step('seen the same in another browser', async () => {
    const other = await anotherBrowser(browser);
    const asked: string[] = [];
    other.on('request', (request) => {
      if (request.url().includes('/api/vms?')) asked.push(request.url());
    });
    await other.goto(page.url());
    await expect(searchOf(other)).toHaveValue('tag:shelf/a');
    await expect(rowOf(other, name)).toBeVisible();
    await expect(other.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !url.includes('tag%3Ashelf'))).toEqual([]);
    await other.context().close();
  });

  await test.step('changed, by a column that only the view gets', async () => {
    await page.getByRole('button', { name: 'Columns and rows' }).click();
    await page.getByRole('checkbox', { name: 'Host', exact: true }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Changed', { exact: true })).toBeVisible();
    expect(await heads(page)).toContain('Host');
    await page.reload();
    await expect(page.getByText('Changed', { exact: true })).toBeVisible();
    await order(page, 'Discard changes');
    await expect.poll(() => heads(page)).not.toContain('Host');
    await page.goBack();
    await expect.poll(() => heads(page)).toContain('Host');
    await order(page, /^Update/);
    await expect(page.getByText('Changed', { exact: true })).toBeHidden();
    await expect(page).toHaveURL(/\/vms\?view=[-0-9a-f]+$/);
    expect(await heads(page)).toContain('Host');
  });

  await test.step('left for all machines, and chosen again', async () => {
    await button(page).click();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectContrast(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await panel(page).getByRole('link', { name: 'All machines' }).click();
    await expect(page).toHaveURL(/\/vms$/);
    await expect(searchOf(page)).toHaveValue('');
    expect(await heads(page)).not.toContain('Host');
    await button(page).click();
    await panel(page).getByRole('link', { name: view }).click();
    await expect(searchOf(page)).toHaveValue('tag:shelf/a');
  });

  await test.step('renamed, and deleted once that is confirmed', async () => {
    await order(page, 'Rename or share…');
    const dialog = page.getByRole('dialog', { name: 'Rename or share the view' });
    await dialog.getByLabel('Name').press('End');
    await dialog.getByLabel('Name').pressSequentially('-2');
    await page.keyboard.press('Enter');
    await expect(button(page)).toContainText(`${view}-2`);
    const address = page.url();
    await order(page, 'Delete view…');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete view' }).click();
    await expect(page).toHaveURL(/\/vms$/);
    await page.goto(address);
    await expect(page.getByText('The view could not be found')).toBeVisible();
    await expect(rowOf(page, name)).toBeVisible();
  });
  await forget(page, view);
});

test('a view that is shared is found by others, who can’t change it, and one that is not stays unseen', async ({
  insidePage: page,
  browser,
  baseURL,
}) => {
  test.skip(!(await canRegister(page)), 'nobody can register at this product');
  const [shared, own] = [machineName('Shared'), machineName('Own')];
  for (const [name, isShared] of [
    [shared, true],
    [own, false],
  ]) {
    const made = await page.request.post('/api/views', {
      data: { page: 'vms', name, shared: isShared, q: 'state:running' },
    });
    expect(made.status()).toBe(201);
  }
  const elsewhere = await browser.newContext({ ...(baseURL && { baseURL }) });
  const reader = await elsewhere.newPage();
  const admin = await administrator();
  await newPerson(admin, reader);
  await admin.dispose();

  await reader.goto('/vms');
  await button(reader).click();
  await expect(panel(reader).getByRole('link', { name: own })).toHaveCount(0);
  await panel(reader).getByRole('link', { name: shared }).click();
  await expect(searchOf(reader)).toHaveValue('state:running');
  await button(reader).click();
  await expect(panel(reader).getByRole('button', { name: 'Save as view…' })).toBeVisible();
  await expect(panel(reader).getByRole('button', { name: 'Delete view…' })).toHaveCount(0);
  await expect(panel(reader).getByRole('button', { name: 'Rename or share…' })).toHaveCount(0);
  await elsewhere.close();
  await forget(page, shared);
  await forget(page, own);
});

for (const [list, column] of [
  ['/hosts', 'Name'],
  ['/images', 'Name'],
] as const) {
  test(`an order is kept by a view of ${list}`, async ({ insidePage: page }) => {
    const view = machineName('Ordered');
    await page.goto(list);
    const head = page.getByRole('columnheader', { name: column });
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(page).toHaveURL(/sort=name/);
    await saveAndOpen(page, view);
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expectAccessible(page);
    await forget(page, view);
  });
}

test('columns are kept by a view of the bin', async ({ insidePage: page, newName }) => {
  const name = newName('binned');
  const view = machineName('Short');
  const id = await createMachine(page.request, name);
  await machineAtRest(page.request, id);
  await page.request.delete(`/api/vms/${id}`);
  await page.goto('/bin');
  await expect(rowOf(page, name)).toBeVisible();
  await saveAndOpen(page, view);
  await page.getByRole('button', { name: 'Columns and rows' }).click();
  await page.getByRole('checkbox', { name: 'Disk', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Changed', { exact: true })).toBeVisible();
  await order(page, /^Update/);
  await page.reload();
  await expect(rowOf(page, name)).toBeVisible();
  expect(await heads(page)).not.toContain('Disk');
  await forget(page, view);
  await page.request.delete(`/api/vms/bin/${id}`);
});

test('kinds, subjects and states are kept by a view of the jobs, and what differs from it stands in the address', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('worked'));
  const view = machineName('Work');
  await page.goto(`/jobs?subject=${id}`);
  const kind = page.getByLabel('Kind of job');
  await kind.selectOption({ label: 'Create machine' });
  await expect(page).toHaveURL(/kind=vm\.create/);
  await page.getByRole('group', { name: 'State' }).getByText('Completed').click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await saveAndOpen(page, view);
  await expect(kind).toHaveValue('vm.create');
  await expect(page.getByRole('radio', { name: /^Completed/ })).toBeChecked();
  await expect(page.getByRole('row')).toHaveCount(2);
  await kind.selectOption({ label: 'All kinds' });
  await expect(page).toHaveURL(/view=[-0-9a-f]+&kind=$/);
  await expect(page.getByText('Changed', { exact: true })).toBeVisible();
  await kind.selectOption({ label: 'Create machine' });
  await expect(page.getByText('Changed', { exact: true })).toBeHidden();
  await forget(page, view);
});
