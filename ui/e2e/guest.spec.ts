import { mkdir } from 'node:fs/promises';
import { BOOT_MILLIS, IMAGE } from './support/product';
import { inGuest, makeKey } from './support/ssh';
import { choose } from './support/actions';
import { expect, test } from './support/test';

/** Runs with OBOX_E2E_GUEST=ssh, against a product whose guests are real. */
test('who has the key that was given in the form gets into the guest, and nobody else', async ({
  insidePage: page,
  newName,
}, info) => {
  const name = newName('guest');
  await mkdir(info.outputDir, { recursive: true });
  const [key, other] = await Promise.all([
    makeKey(info.outputPath('key')),
    makeKey(info.outputPath('other')),
  ]);
  let login = '';

  await test.step('made by the form', async () => {
    await page.goto('/vms/new');
    await page.getByLabel('Name').fill(name);
    await page.getByRole('radio', { name: IMAGE }).check({ force: true });
    await page.getByLabel('Memory').fill('192');
    await page.getByLabel('Disk', { exact: true }).fill('1');
    await page.getByLabel('SSH keys').fill(key.publicLine);
    await page.getByRole('button', { name: 'Create machine' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  });

  await test.step('reached by the command that the page shows', async () => {
    const command = page.getByText(/^ssh \S+@\S+$/);
    await expect(command).toBeVisible({ timeout: BOOT_MILLIS });
    login = (await command.innerText()).replace(/^ssh /, '');
    await expect.poll(() => inGuest(key, login, 'hostname'), { timeout: BOOT_MILLIS }).toBe(name);
  });

  await test.step('closed to another key', async () => {
    expect(await inGuest(other, login, 'hostname')).toContain('Permission denied');
  });

  await test.step('deleted', async () => {
    await choose(page, 'Delete');
    await page.getByRole('button', { name: 'Delete machine' }).click();
    await expect(page.getByRole('heading', { name: /is gone$/, level: 1 })).toBeAttached({
      timeout: BOOT_MILLIS,
    });
  });

  await test.step('gone for good once the bin is emptied', async () => {
    const bin = '/api/vms/bin';
    expect((await page.request.delete(bin)).ok()).toBe(true);
    const left = async () =>
      ((await (await page.request.get(bin)).json()) as { items: object[] }).items.length;
    await expect.poll(left, { timeout: BOOT_MILLIS }).toBe(0);
  });
});
