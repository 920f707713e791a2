import { BOOT_MILLIS, createMachine } from './support/product';
import { expect, test } from './support/test';

test('a deleted machine is in the bin, comes back from it, and goes permanently once its name is typed', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('binned');
  const id = await createMachine(page.request, name);
  await page.goto(`/vms/${id}`);
  await expect(page.getByRole('status').getByText('Running', { exact: true })).toBeVisible({
    timeout: BOOT_MILLIS,
  });
  const row = page.getByRole('row', { name });

  await test.step('deleted while the bin is looked at', async () => {
    await page.getByRole('link', { name: 'Bin' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bin');
    await expect(row).toBeHidden();
    await page.request.delete(`/api/vms/${id}`);
    await expect(row).toContainText('in 6 days', { timeout: BOOT_MILLIS });
  });

  await test.step('given back', async () => {
    await row.getByRole('button', { name: `Restore ${name}` }).click();
    await expect(row).toBeHidden();
    const restored = await page.request.get(`/api/vms/${id}`);
    expect(await restored.json()).toMatchObject({ name, state: 'STOPPED', deletedAt: null });
  });

  await test.step('under another name, where its own is taken', async () => {
    await page.request.delete(`/api/vms/${id}`);
    await expect(row).toBeVisible({ timeout: BOOT_MILLIS });
    await createMachine(page.request, name);
    await row.getByRole('button', { name: `Restore ${name}` }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/There is a machine named/)).toBeVisible();
    await dialog.getByRole('textbox').fill('');
    await dialog.getByRole('textbox').pressSequentially(`${name}-2`);
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toBeHidden();
  });

  await test.step('permanently, once its name is typed', async () => {
    await page.request.delete(`/api/vms/${id}`);
    await expect(row).toBeVisible({ timeout: BOOT_MILLIS });
    await row.getByRole('button', { name: /permanently$/ }).click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Delete permanently' });
    await dialog.getByRole('textbox').pressSequentially(name);
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByRole('textbox').pressSequentially('-2');
    await confirm.click();
    await expect(dialog).toBeHidden();
    await expect(row).toBeHidden({ timeout: BOOT_MILLIS });
  });
});
