import { existsSync } from 'node:fs';
import { launch, type Browser, type ElementHandle, type Page } from 'puppeteer-core';

const SYSTEM_FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Firefox, driven by WebDriver BiDi, as somebody has it whose language is English. */
export function startFirefox(): Promise<Browser> {
  const executablePath = process.env.OBOX_FIREFOX ?? SYSTEM_FIREFOX.find(existsSync);
  if (!executablePath)
    throw new Error('there is no Firefox: install it, or name it in OBOX_FIREFOX');
  return launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US' },
  });
}

/** What has this role and name for people who can't see it, as soon as it is there. */
export async function find(page: Page, role: string, name: string): Promise<ElementHandle> {
  const found = await page.waitForSelector(`::-p-aria([role="${role}"][name="${name}"])`, {
    visible: true,
  });
  if (!found) throw new Error(`there is no ${role} called ${name}`);
  return found;
}

export async function press(page: Page, role: string, name: string): Promise<void> {
  await (await find(page, role, name)).click();
}

/** Types into the field of that label, letter by letter, in the place of what is there. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  // Not by its role, of which a password has none.
  const found = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLInputElement>('input, textarea')].find((field) => {
        const labels = [...(field.labels ?? [])].map(({ textContent }) => textContent.trim());
        return [field.ariaLabel, ...labels].includes(wanted);
      }),
    {},
    label,
  );
  const field = found.asElement() as ElementHandle | null;
  if (!field) throw new Error(`there is no field called ${label}`);
  await field.click({ count: 3 });
  await field.type(text);
}

/** Waits until an element that fits the selector has the text. */
export async function shows(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted, part) =>
      [...document.querySelectorAll(wanted)].some(({ textContent }) => textContent.includes(part)),
    {},
    selector,
    text,
  );
}
