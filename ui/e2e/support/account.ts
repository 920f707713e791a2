import type { Page } from '@playwright/test';

/** Opens the menu of the account in the top bar, in either language. */
export async function openAccount(page: Page) {
  await page.getByRole('button', { name: /^(Account|Compte)\b/ }).click();
  return page.getByRole('menu');
}

export async function logOut(page: Page): Promise<void> {
  await (await openAccount(page)).getByRole('menuitem', { name: 'Log out' }).click();
}

/** Chooses a language or a theme, by its name, and closes the menu. */
export async function chooseLook(page: Page, name: string): Promise<void> {
  await (await openAccount(page)).getByRole('menuitemradio', { name, exact: true }).click();
  await page.keyboard.press('Escape');
}
