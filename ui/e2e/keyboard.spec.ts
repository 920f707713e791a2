import type { Page } from '@playwright/test';
import { ADMIN, IMAGE } from './support/product';
import { expect, test } from './support/test';

const MOST_TABS = 40;

/** Presses Tab until the control of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return '';
      const labels = element instanceof HTMLInputElement ? Array.from(element.labels ?? []) : [];
      const own = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      return [own, ...labels.map((label) => label.textContent)].join(' ');
    });
    if (name.test(focused)) return;
  }
  throw new Error(`No Tab reaches ${name.source}`);
}

test('everything from login to deletion works by keyboard alone', async ({ page, newName }) => {
  const name = newName('keys');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await tabTo(page, /E-mail/);
  await page.keyboard.type(ADMIN.email);
  await tabTo(page, /Password/);
  await page.keyboard.type(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();

  await tabTo(page, /Skip to content/);
  await expect(page.locator(':focus')).toBeVisible();
  await page.keyboard.press('Enter');
  await tabTo(page, /Create machine/);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('radio', { name: IMAGE })).toBeAttached();
  await tabTo(page, /^\s*Name/);
  await page.keyboard.type(name);
  await tabTo(page, /tiny/);
  await page.keyboard.press('Space');
  await tabTo(page, /Memory/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('192');
  await tabTo(page, /^Create machine/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

  await tabTo(page, /^More actions/);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('d');
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /is gone$/, level: 1 })).toBeAttached({
    timeout: 120_000,
  });
});
