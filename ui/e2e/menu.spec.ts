import type { Page } from '@playwright/test';
import { createMachine } from './support/product';
import { menuItem } from './support/actions';
import { machineAtRest } from './support/rest';
import { expect, test } from './support/test';

/** As somebody's module would say it: a button as SDK 1.0 had them, an action, and entries of the menus. */
const MODULE = `
import { Action, Button, Dialog, defineContribution } from '@obox/sdk';
import { jsx } from 'react/jsx-runtime';

export default defineContribution({
  id: 'org.example.mount',
  name: 'Mounts',
  texts: { en: { mount: 'Mount', unmount: 'Unmount', why: 'Nothing is mounted.', ask: 'Mount what?' } },
  vmActions: [
    { id: 'old', content: ({ vm }) => jsx(Button, { onClick: () => { document.title = 'old ' + vm.name; }, children: 'Old button' }) },
    { id: 'newer', content: () => jsx(Action, { unavailable: 'Not now.', onChoose: () => {}, children: 'Newer action' }) },
  ],
  vmMenu: [
    { id: 'mount', label: 'mount', icon: 'plug', dialog: ({ vm, onClose }) =>
        jsx(Dialog, { title: 'Mount what in ' + vm.name + '?', onClose, children: jsx(Button, { onClick: onClose, children: 'Nothing' }) }) },
    { id: 'unmount', label: 'unmount', unavailable: () => 'why', run: () => {} },
  ],
});`;

async function contribute(page: Page): Promise<void> {
  await page.route('/plugins/org.example.mount/1/mount.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: MODULE }),
  );
  await page.route('/api/ui/contributions', async (route) => {
    const response = await route.fetch();
    const known = (await response.json()) as { items: object[] };
    const ours = {
      id: 'org.example.mount',
      name: 'Mounts',
      sdk: '1.0',
      module: '/plugins/org.example.mount/1/mount.js',
    };
    await route.fulfill({ response, json: { ...known, items: [...known.items, ours] } });
  });
}

test('what others contribute to a machine is in its menus, and older buttons beside them', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('mount');
  const id = await createMachine(page.request, name);
  await contribute(page);
  await page.goto(`/vms/${id}`);
  await page.getByRole('button', { name: 'Old button' }).click();
  await expect(page).toHaveTitle(`old ${name}`);
  const newer = page.getByRole('button', { name: 'Newer action' });
  await expect(newer).toBeDisabled();
  await expect(newer).toHaveAccessibleDescription('Not now.');

  await (await menuItem(page, 'Mount')).click();
  const dialog = page.getByRole('dialog', { name: `Mount what in ${name}?` });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();

  await page.goto('/vms');
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  const unmount = page.getByRole('menuitem', { name: 'Unmount' });
  await expect(unmount).toHaveAccessibleDescription('Nothing is mounted.');
  await expect(unmount.getByText('Nothing is mounted.')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Mount', exact: true }).click();
  await expect(dialog).toBeVisible();
});

test('the menu of a row has the keys of every menu, and says why something can’t be done', async ({
  insidePage: page,
  newName,
}) => {
  const name = newName('row');
  const id = await createMachine(page.request, name);
  await machineAtRest(page.request, id);
  await page.goto('/vms');
  await expect(page.getByRole('row', { name })).toContainText('Running');
  const button = page.getByRole('button', { name: `Actions for ${name}` });
  await button.focus();
  await page.keyboard.press('ArrowUp');
  const remove = page.getByRole('menuitem', { name: 'Delete' });
  await expect(remove).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('f');
  await expect(page.getByRole('menuitem', { name: 'Force reset' })).toBeFocused();
  await page.keyboard.press('f');
  await expect(page.getByRole('menuitem', { name: 'Force off' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(button).not.toBeFocused();

  await button.click();
  await button.click();
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(button).toBeFocused();

  // the server says so for a moment only
  await page.route(`/api/vms?*`, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { items: { id: string; state: string }[] };
    for (const vm of answer.items) if (vm.id === id) vm.state = 'DELETING';
    await route.fulfill({ response, json: answer });
  });
  await page.reload();
  await button.press('ArrowDown');
  await expect(remove).toBeDisabled();
  await expect(remove).toHaveAccessibleDescription('It is being deleted.');
});
