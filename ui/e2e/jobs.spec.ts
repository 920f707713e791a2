import type { Page } from '@playwright/test';
import { createMachine, deleteMachine, IMAGE } from './support/product';
import { expect, expectAccessible, expectContrast, test } from './support/test';

interface SentJob {
  id: string;
  state: string;
  subject: { id: string; name: string };
}

/** Asks for several machines with one request; answers the job that stands for them. */
async function createBatch(page: Page, name: string, count: number): Promise<SentJob> {
  const images = await page.request.get('/api/images', { params: { limit: 200 } });
  const { items } = (await images.json()) as { items: { id: string; name: string }[] };
  const imageId = items.find((image) => image.name === IMAGE)?.id;
  const data = { name, count, imageId, vcpus: 1, memoryMib: 192, diskGib: 1 };
  return (await (await page.request.post('/api/vms', { data })).json()) as SentJob;
}

test('a job with parts stands for them in the list, and its page tells of each', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('part');
  const whole = await createBatch(page, name, 3);
  expect(whole.state).toBe('RUNNING');
  await page.goto('/jobs');
  const table = page.getByRole('table', { name: 'Jobs' });
  const row = table.getByRole('row', { name: /Create several machines/ }).first();
  await expect(row).toBeVisible();
  await expect(table.getByRole('row', { name: `${name}-1` })).toHaveCount(0);

  const fold = row.getByRole('button', { name: /^Parts of/ });
  await fold.click();
  for (const number of [1, 2, 3]) {
    await expect(table.getByRole('row', { name: `${name}-${number}` })).toHaveCount(1);
  }
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
  await fold.press('Enter');
  await expect(table.getByRole('row', { name: `${name}-1` })).toHaveCount(0);

  await row.getByRole('link', { name: 'Create several machines' }).click();
  const parts = page.getByRole('region', { name: 'Parts' });
  for (const number of [1, 2, 3]) {
    await expect(
      parts.getByRole('listitem').filter({ hasText: `${name}-${number}` }),
    ).toBeVisible();
  }
  await expect(parts.getByText('3 done')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await parts.getByRole('link', { name: `Job of ${name}-2` }).click();
  await page.getByRole('link', { name: 'Open the whole job' }).click();
  await expect(page).toHaveURL(new RegExp(`/jobs/${whole.id}$`));
  for (const number of [1, 2, 3]) await deleteMachine(page.request, `${name}-${number}`);
});

test('jobs are narrowed to a kind, a subject, a whole and a state, which stand in the address', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('narrow');
  const id = await createMachine(page.request, name);
  await page.goto('/jobs');
  await page.getByLabel('Kind of job').selectOption({ label: 'Create machine' });
  await expect(page).toHaveURL(/[?&]kind=vm\.create/);
  const row = page.getByRole('row', { name });
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: `Jobs of ${name}` }).click();
  await expect(page).toHaveURL(new RegExp(`subject=${id}`));
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await page.getByText('Cancelled', { exact: true }).click();
  await expect(page).toHaveURL(/state=CANCELLED/);
  await page.reload();
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByText('All', { exact: true }).click();
  await expect(row).toBeVisible();
  await page.getByRole('button', { name: `Remove the filter “Jobs of ${name}”` }).click();
  await expect(page).toHaveURL(/\/jobs$/);
});

test('jobs are counted by their states, and the counts follow', async ({
  insidePage: page,
  newName,
}) => {
  const id = await createMachine(page.request, newName('counted'));
  await page.goto(`/jobs?subject=${id}`);
  const states = page.getByRole('group', { name: 'State' });
  await expect(states).toContainText(/All1\D.*Completed1\D/);
  await page.request.post(`/api/vms/${id}/actions`, { data: { action: 'stop' } });
  await expect(states).toContainText(/All2\D.*Completed2\D/);
  await states.getByText('Completed', { exact: true }).click();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '3');
});

test('parts that failed come first with their problems, and are retried one by one or together', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('half');
  const { id } = await createBatch(page, name, 3);
  await page.goto(`/jobs/${id}`);
  const region = page.getByRole('region', { name: 'Parts' });
  await expect(region.getByText('3 done')).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(async () => ((await (await page.request.get(`/api/jobs/${id}`)).json()) as SentJob).state)
    .toBe('COMPLETED');
  const failed = await failTwo(page, id);
  await page.reload();
  const items = region.getByRole('listitem');
  await expect(items).toHaveCount(3);
  await expect(items.nth(0)).toContainText('Host north has no room.');
  await expect(items.nth(1)).toContainText('Failed');
  await expect(items.nth(2)).toContainText('Completed');
  await expectAccessible(page);

  await items
    .nth(0)
    .getByRole('button', { name: /^Retry/ })
    .click();
  await expect(page.getByText('The job was restarted')).toBeVisible();
  await region.getByRole('button', { name: 'Retry 2 failed parts' }).click();
  await expect(page.getByText('The failed parts were restarted')).toBeVisible();
  expect(failed).toEqual([expect.stringMatching(/^[\w-]+\/retry$/), `${id}/parts/retry`]);
  for (const number of [1, 2, 3]) await deleteMachine(page.request, `${name}-${number}`);
});

/** Has two parts of a job look as if they had failed; answers what is asked to be retried. */
async function failTwo(page: Page, id: string): Promise<string[]> {
  const problem = {
    type: 'urn:obox:problem:no-room',
    title: 'No room',
    status: 409,
    detail: 'Host north has no room.',
  };
  const answer = await page.request.get('/api/jobs', { params: { parent: id } });
  const { items } = (await answer.json()) as { items: SentJob[] };
  const fail = items.map((item, index) =>
    index === 0 ? item : { ...item, state: 'DISCARDED', problem },
  );
  const whole = (await (await page.request.get(`/api/jobs/${id}`)).json()) as object;
  const asked: string[] = [];
  await page.route(/\/api\/jobs\?/, (route) => {
    const search = new URL(route.request().url()).searchParams;
    if (search.get('parent') !== id) return route.fallback();
    const state = search.get('state');
    const found = fail.filter((item) => state === null || item.state === state);
    return route.fulfill({ json: { items: found, nextCursor: null } });
  });
  await page.route(`**/api/jobs/${id}`, (route) =>
    route.fulfill({ json: { ...whole, result: { done: 1, failed: 2, skipped: 0 } } }),
  );
  await page.route(/\/api\/jobs\/.*retry$/, (route) => {
    asked.push(new URL(route.request().url()).pathname.replace('/api/jobs/', ''));
    return route.fulfill({ status: 202, json: whole });
  });
  return asked;
}
