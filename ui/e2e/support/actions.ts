import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

/** Opens the menu with what can be done to the object of the page, unless it is open; answers an action in it. */
export async function menuItem(page: Page, name: string): Promise<Locator> {
  const button = page.getByRole('button', { name: 'More actions' });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  return page.getByRole('menuitem', { name, exact: true });
}

/** Chooses an action in the menu. */
export async function choose(page: Page, name: string): Promise<void> {
  await expect(async () => {
    const item = await menuItem(page, name);
    await expect(item).toBeEnabled({ timeout: 1_000 });
    await item.click({ timeout: 1_000 });
  }).toPass();
}
