import type { Page } from '@playwright/test';
import { rowOf } from './support/list';
import { thousandMachines, type Machine } from './support/many';
import { BOOT_MILLIS, createMachine, machineName, powerMachine } from './support/product';
import { expect, expectAccessible, test } from './support/test';

const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const selectLoaded = (page: Page) =>
  page.getByRole('checkbox', { name: 'Select the loaded rows' }).check();
const chip = (page: Page, state: string) =>
  page.getByRole('group', { name: 'State' }).getByText(state, { exact: true });

test('what is done to several machines is asked once, names those it skips and why, and tells how it ended', async ({
  insidePage: page,
  newName,
}) => {
  const [first, second, third] = [newName('bulk-a'), newName('bulk-b'), newName('bulk-c')];
  const tag = machineName('bulk');
  const make = (name: string) => createMachine(page.request, name, { tags: [tag] });
  await make(first);
  await make(second);
  const stopped = await make(third);
  await page.goto(`/vms?q=tag%3A${tag}`);
  for (const name of [first, second, third]) {
    await expect(rowOf(page, name)).toContainText('Running', { timeout: BOOT_MILLIS });
  }
  await powerMachine(page.request, stopped, 'stop');
  await expect(rowOf(page, third)).toContainText('Stopped', { timeout: BOOT_MILLIS });

  await selectLoaded(page);
  await expect(bar(page)).toContainText('3 selected');
  await bar(page).getByRole('button', { name: 'Force off' }).click();
  const question = page.getByRole('dialog', { name: 'Force off 2 machines?' });
  await expect(question.getByRole('listitem')).toHaveText([first, second, third]);
  const reason = question.getByRole('heading', { level: 3 }).last();
  await expect(reason).toHaveText(/^1 skipped: .+/);
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Force off' }).click();

  const outcome = page.getByRole('region', { name: 'Result of the last action' });
  await expect(outcome).toContainText('2 done, 0 failed, 0 skipped');
  await expect(bar(page)).toBeHidden();
  for (const name of [first, second]) await expect(rowOf(page, name)).toContainText('Stopped');
});

test('what is said for a moment covers nothing of what can be done to the selection', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('said');
  await createMachine(page.request, name);
  await page.goto(`/vms?q=${name}`);
  const row = rowOf(page, name);
  await expect(row).toContainText('Running', { timeout: BOOT_MILLIS });
  await row.getByRole('checkbox').check();
  for (const [action, said] of [
    ['Pause', `${name} is being paused`],
    ['Resume', `${name} is being resumed`],
  ] as const) {
    await row.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: action }).click();
    const note = page.getByRole('status').getByText(said);
    await expect(note).toBeVisible();
    const [above, below] = [await note.boundingBox(), await bar(page).boundingBox()];
    expect(above && below && above.y + above.height <= below.y).toBe(true);
    await page.setViewportSize({ width: 390, height: 844 });
  }
});

test('what leaves the list is not selected any more', async ({ insidePage: page, newName }) => {
  const [stays, goes] = [newName('left-a'), newName('left-b')];
  const tag = machineName('left');
  await createMachine(page.request, stays, { tags: [tag] });
  const leaving = await createMachine(page.request, goes, { tags: [tag] });
  await page.goto(`/vms?q=tag%3A${tag}&state=RUNNING`);
  for (const name of [stays, goes]) {
    await expect(rowOf(page, name)).toBeVisible({ timeout: BOOT_MILLIS });
  }
  await selectLoaded(page);
  await expect(bar(page)).toContainText('2 selected');
  await powerMachine(page.request, leaving, 'stop');
  await expect(rowOf(page, goes)).toBeHidden({ timeout: BOOT_MILLIS });
  await expect(bar(page)).toContainText('1 selected');
  await expect(bar(page)).toContainText('1 is no longer in this list');
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete 1 machine?' });
  await expect(question.getByRole('listitem')).toHaveText([stays]);
});

test('all that match are asked for by the search, not by the rows that are loaded', async ({
  insidePage: page,
}) => {
  const machines = await thousandMachines(page);
  await page.route('/api/vms/actions/plan', (route) =>
    route.fulfill({ json: { targets: machines.map(named), skipped: [] } }),
  );
  await page.goto('/vms');
  await selectLoaded(page);
  await bar(page).getByRole('button', { name: 'Select all 1,000 that match' }).click();
  await expect(bar(page)).toContainText('1,000 selected');
  const asked = page.waitForRequest('/api/vms/actions/plan');
  await bar(page).getByRole('button', { name: 'Shut down' }).click();
  expect((await asked).postDataJSON()).toEqual({ action: 'shutdown', q: 'state:any' });
  const question = page.getByRole('dialog', { name: 'Shut down 1,000 machines?' });
  await expect(question).toContainText('and 800 more');
});

test('a search that says which states are meant has no chip beside it, and gives way to one', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('stated');
  await createMachine(page.request, name, { tags: [name] });
  await page.goto(`/vms?q=tag%3A${name}+state%3Arunning&state=STOPPED`);
  await expect(rowOf(page, name)).toBeVisible({ timeout: BOOT_MILLIS });
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '2');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await chip(page, 'Paused').click();
  await expect(page).toHaveURL(new RegExp(`q=tag%3A${name}&state=PAUSED$`));
  await expect(page.getByText('No machine matches')).toBeVisible();
  await chip(page, 'All').click();
  await expect(rowOf(page, name)).toBeVisible();
});

test('tags are suggested as a tree, also those that no row shows', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('tagged');
  await createMachine(page.request, name, { tags: [`${name}/web`] });
  await page.goto('/vms?q=nothing-is-called-like-this');
  const search = page.getByRole('combobox', { name: 'Search' });
  await search.press('Control+A');
  await search.pressSequentially(`tag:${name.slice(0, -1)}`);
  const options = page.getByRole('listbox', { name: 'Search' }).getByRole('option');
  await expect(options).toHaveText([`tag:${name}1 machine`, `tag:${name}/web1 machine`]);
  await expect(page.locator('.opacity-60')).toHaveCount(0);
  await expectAccessible(page);
  await search.press('ArrowDown');
  await search.press('ArrowDown');
  await search.press('Enter');
  await expect(search).toHaveValue(`tag:${name}/web`);
  await expect(rowOf(page, name)).toBeVisible();
});

function named({ id, name }: Machine): { id: string; name: string } {
  return { id, name };
}
