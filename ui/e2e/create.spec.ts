import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createMachine, deleteMachine, IMAGE } from './support/product';
import { machineAtRest } from './support/rest';
import { expect, expectAccessible, expectContrast, test } from './support/test';

const run = promisify(execFile);

test('an address fills the form in, which is usable on a phone and with large letters', async ({
  insidePage: page,
}) => {
  await page.goto(`/vms/new?image=${IMAGE}&name=web&memory=256&disk=2&priority=high`);
  await expect(page.getByLabel('Name')).toHaveValue('web');
  await expect(page.getByRole('radio', { name: IMAGE })).toBeChecked();
  await expect(page.getByRole('spinbutton', { name: 'Memory' })).toHaveValue('256');
  await expect(page.getByLabel('Priority')).toHaveValue('HIGH');
  await page.getByRole('radio', { name: 'Medium' }).check({ force: true });
  await expect(page.getByRole('spinbutton', { name: 'Memory' })).toHaveValue('4096');
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 640, height: 450 },
  ]) {
    await page.setViewportSize(viewport);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(viewport.width);
  }
});

test('a key is made in the browser, OpenSSH takes it, and it is never sent', async ({
  insidePage: page,
  newName,
}, info) => {
  const name = newName('keyed');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await page.goto(`/vms/new?image=${IMAGE}&memory=192&disk=1`);
  await page.getByLabel('Name').pressSequentially(name);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Generate a key' }).click();
  const file = info.outputPath('key');
  await (await download).saveAs(file);
  await chmod(file, 0o600);
  const publicLine = (await run('ssh-keygen', ['-y', '-P', '', '-f', file])).stdout.trim();
  await expect(page.getByLabel('SSH keys')).toHaveValue(publicLine);

  await page.getByRole('button', { name: 'Create machine' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  expect(sent.some((body) => body.includes(publicLine))).toBe(true);
  expect(sent.some((body) => body.includes('PRIVATE'))).toBe(false);
});

test('several machines are one order', async ({ insidePage: page, newName }) => {
  const name = newName('many');
  await page.goto(`/vms/new?image=${IMAGE}&memory=192&disk=1`);
  await page.getByLabel('Name').pressSequentially(name);
  await page.getByLabel('Count', { exact: true }).press('ControlOrMeta+a');
  await page.getByLabel('Count', { exact: true }).pressSequentially('3');
  await expect(page.getByLabel('Count', { exact: true })).toHaveAccessibleDescription(
    `${name}-1, ${name}-2, ${name}-3`,
  );
  await page.getByRole('button', { name: 'Create 3 machines' }).click();
  await expect(page).toHaveURL(/\/jobs\/[\w-]+$/);
  await page.goto(`/vms?q=${name}`);
  for (const number of [1, 2, 3]) {
    await expect(page.getByRole('link', { name: `${name}-${number}` })).toBeVisible();
  }
  for (const number of [1, 2, 3]) await deleteMachine(page.request, `${name}-${number}`);
});

test('a machine that could not be made opens the form again, and gives its name back', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('again');
  await page.goto(`/vms/new?image=${IMAGE}&memory=192&disk=1&tags=night`);
  await page.getByLabel('Name').pressSequentially(name);
  await page.getByLabel('cloud-init').pressSequentially('#cloud-config');
  await page.getByRole('button', { name: 'Create machine' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  const id = page.url().split('/').at(-1) ?? '';
  const machine = await machineAtRest(page.request, id);
  await page.route(`**/api/vms/${id}`, (route) =>
    route.fulfill({ json: { ...machine, job: null, state: 'FAILED', version: 1_000 } }),
  );
  await page.goto(`/vms/${id}`);
  await page.getByRole('link', { name: 'Change and create again' }).click();
  await expect(page.getByLabel('Name')).toHaveValue(name);
  await expect(page.getByRole('spinbutton', { name: 'Memory' })).toHaveValue('192');
  await expect(page.getByLabel('Tags')).toHaveValue('night');
  await expect(page.getByLabel('cloud-init')).toHaveValue('#cloud-config');
  await expect(page.getByLabel(`Delete the failed ${name} first`)).toBeChecked();

  await page.unroute(`**/api/vms/${id}`);
  await page.getByRole('button', { name: 'Create machine' }).click();
  await expect(page).not.toHaveURL(new RegExp(`${id}|/new`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('the way back to the list keeps its filter from a form and from a machine that is gone', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('gone');
  const id = await createMachine(page.request, name);
  const filtered = new RegExp(`/vms\\?.*${name}`);
  await page.goto('/vms');
  await page.getByRole('combobox', { name: 'Search' }).pressSequentially(name);
  await expect(page).toHaveURL(filtered);
  await page.getByRole('link', { name: 'Create machine' }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page).toHaveURL(filtered);

  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.request.delete(`/api/vms/${id}`);
  await page.getByRole('link', { name: 'Go to virtual machines', exact: true }).click();
  await expect(page).toHaveURL(filtered);
});
