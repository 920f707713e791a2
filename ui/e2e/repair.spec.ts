import type { Page } from '@playwright/test';
import { BOOT_MILLIS, createMachine } from './support/product';
import { choose, menuItem } from './support/actions';
import { endedJob, machineAtRest } from './support/rest';
import { expect, test } from './support/test';

/** Has the page take a machine for one in this state, and tells what it then asks the server to do. */
async function broken(page: Page, id: string, change: object): Promise<string[]> {
  const asked: string[] = [];
  const machine = await machineAtRest(page.request, id);
  const job = await endedJob(page.request, id);
  await page.route(`**/api/vms/${id}`, (route) =>
    route.fulfill({ json: { ...machine, job: null, addresses: [], startedAt: null, ...change } }),
  );
  await page.route(`**/api/vms/${id}/actions`, async (route) => {
    const { action } = route.request().postDataJSON() as { action: string };
    asked.push(action);
    return route.fulfill({ status: 202, json: job });
  });
  await page.goto(`/vms/${id}`);
  return asked;
}

const REFUSAL = 'It is busy.';

/** Has the server refuse whatever it is asked to do with this machine. */
async function refuse(page: Page, id: string): Promise<void> {
  await page.route(`**/api/vms/${id}/actions`, (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'Conflict', status: 409, detail: REFUSAL },
    }),
  );
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a lost machine tells its cause and its remedy, and has the buttons for it', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('lost'));
  const asked = await broken(page, id, { state: 'LOST', problem: null });
  await expect(page.getByText('The host no longer has this machine')).toBeVisible();
  await expect(page.getByText(/no longer reports this machine/)).toBeVisible();

  await button(page, 'Check again').click();
  await expect(page.getByText(/Checking .* on its host/)).toBeVisible();
  await button(page, 'Recreate').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Recreate' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await button(page, 'Forget').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await button(page, 'Forget').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(asked).toEqual(['check', 'recreate', 'forget']);
});

test('a machine that could not be made tells why, and can be tried again', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('failed'));
  const problem = {
    type: 'urn:obox:problem:host-lacks',
    title: 'Missing on the host',
    status: 409,
    detail: 'There is no network lan.',
    remedy: 'Provide it on host north, and retry the job.',
  };
  const asked = await broken(page, id, { state: 'FAILED', problem });
  await expect(page.getByText('There is no network lan.')).toBeVisible();
  await button(page, 'Retry').click();
  await expect(page.getByText(/is being recreated/)).toBeVisible();
  expect(asked).toEqual(['retry']);
  await expect(button(page, 'Forget')).toHaveCount(0);
});

test('a machine with which nothing is wrong has no such buttons', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('sound'));
  await page.goto(`/vms/${id}`);
  await expect(await menuItem(page, 'Force off')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Repair actions' })).toHaveCount(0);
});

test('what failed does not stand in a question that is asked later', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('asked'));
  await broken(page, id, { state: 'LOST', problem: null });
  await refuse(page, id);
  await button(page, 'Check again').click();
  await expect(page.getByText(REFUSAL)).toBeVisible();
  for (const action of ['Recreate', 'Forget']) {
    await button(page, action).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  }
});

test('what failed with one machine is not shown with another', async ({
  insidePage: page,
  newName,
}) => {
  const [one, other] = [newName('one'), newName('other')];
  const ids = [await createMachine(page.request, one), await createMachine(page.request, other)];
  await page.goto(`/vms/${ids[0]}`);
  await expect(page.getByRole('heading', { level: 1, name: one })).toBeVisible();
  await page.getByRole('link', { name: 'Virtual machines', exact: true }).last().click();
  await page.getByRole('link', { name: other }).click();
  await expect(await menuItem(page, 'Reboot')).toBeEnabled({ timeout: BOOT_MILLIS });
  await refuse(page, ids[1] ?? '');
  await choose(page, 'Reboot');
  await expect(page.getByText(REFUSAL)).toBeVisible();
  await choose(page, 'Force off');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await choose(page, 'Reboot');
  await expect(page.getByText(REFUSAL)).toBeVisible();
  await page.evaluate(() => {
    window.history.go(-2);
  });
  await expect(page.getByRole('heading', { level: 1, name: one })).toBeVisible();
  await expect(page.getByText(REFUSAL)).toBeHidden();
});
