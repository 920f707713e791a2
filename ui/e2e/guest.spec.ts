import { writeFile } from 'node:fs/promises';
import { BOOT_MILLIS, IMAGE, machineName } from './support/product';
import { expect, test } from './support/test';

const { OBOX_E2E_ADDRESS_FILE, OBOX_E2E_SSH_KEY } = process.env;

/**
 * Runs with OBOX_E2E_GUEST=ssh. Makes a real guest through the page and writes its address to OBOX_E2E_ADDRESS_FILE. The guest stays, for whoever
 * started this test to log in with the key whose public half is OBOX_E2E_SSH_KEY; it carries the tag `e2e-guest`.
 */
test('a guest is made that others can log in to', async ({ insidePage: page }) => {
  const name = machineName('guest');
  await page.goto('/vms/new');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('radio', { name: IMAGE }).check({ force: true });
  await page.getByLabel('Memory').fill('192');
  await page.getByLabel('Disk', { exact: true }).fill('1');
  await page.getByLabel('SSH keys').fill(OBOX_E2E_SSH_KEY ?? '');
  await page.getByLabel('Tags').fill('e2e-guest');
  await page.getByRole('button', { name: 'Create machine' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

  const command = page.getByText(/^ssh \S+@\S+$/);
  await expect(command).toBeVisible({ timeout: BOOT_MILLIS });
  const address = (await command.innerText()).split('@')[1] ?? '';
  expect(address).toMatch(/^[0-9a-f.:]+$/);
  if (OBOX_E2E_ADDRESS_FILE) await writeFile(OBOX_E2E_ADDRESS_FILE, `${address}\n`);
});
