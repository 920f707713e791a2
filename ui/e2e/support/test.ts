import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { ADMIN, deleteMachine, machineName } from './product';

/**
 * Chromium drops what is under way whenever a network interface comes or goes, and each guest that starts or stops on
 * this machine has one.
 */
const NETWORK_CHANGED = 'ERR_NETWORK_CHANGED';

interface Fixtures {
  /** A page on which somebody is logged in. */
  insidePage: Page;
  /** Gives names for machines, and takes the machines away after the test. */
  newName: (purpose: string) => string;
  /** What the browser is to complain about in this test. */
  expectedComplaint: RegExp | undefined;
  /** Fails the test that made the browser complain: errors of scripts, refused content. */
  quietConsole: undefined;
}

/** The browser itself notes every answer from 400 up; the tests ask for some of those on purpose. */
const EXPECTED_REFUSAL = /Failed to load resource: the server responded with a status of 4\d\d/;

/** What the browser says of answers that a test has lost on purpose. */
const LOST_ANSWER =
  /ERR_(CONNECTION_RE(SET|FUSED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|INTERNET_DISCONNECTED)/;

function isExpected(complaint: string): boolean {
  return (
    EXPECTED_REFUSAL.test(complaint) ||
    complaint.includes(NETWORK_CHANGED) ||
    LOST_ANSWER.test(complaint)
  );
}

/** Has the server keep these choices of the account. */
export async function prefer(
  page: Page,
  theme: string | null,
  locale: string | null,
): Promise<void> {
  await changeProfile(page, { locale, preferences: { theme } });
}

async function changeProfile(page: Page, patch: object): Promise<void> {
  const answer = await page.request.patch('/api/profile', {
    headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': '*' },
    data: JSON.stringify(patch),
  });
  expect(answer.status()).toBe(200);
}

/** Goes to an address, once more if the network changed on the way. */
async function goPatiently<T>(go: () => Promise<T>): Promise<T> {
  try {
    return await go();
  } catch (error) {
    if (String(error).includes(NETWORK_CHANGED)) return go();
    throw error;
  }
}

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const goto = page.goto.bind(page);
    const reload = page.reload.bind(page);
    page.goto = (url, options) => goPatiently(() => goto(url, options));
    page.reload = (options) => goPatiently(() => reload(options));
    await use(page);
  },
  expectedComplaint: [undefined, { option: true }],
  quietConsole: [
    async ({ page, expectedComplaint }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (
          message.type() === 'error' &&
          !isExpected(message.text()) &&
          !expectedComplaint?.test(message.text())
        ) {
          complaints.push(message.text());
        }
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  insidePage: async ({ page }, use) => {
    const answer = await page.request.post('/api/auth/login', { data: ADMIN });
    expect(answer.ok(), `login as ${ADMIN.email}: ${answer.status()}`).toBe(true);
    await changeProfile(page, { locale: null, preferences: null });
    await use(page);
  },
  newName: async ({ page }, use) => {
    const names: string[] = [];
    await use((purpose) => {
      const name = machineName(purpose);
      names.push(name);
      return name;
    });
    for (const name of names) await deleteMachine(page.request, name);
  },
});

export { expect };

/** WCAG 2.2 A and AA and usual good practice, as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolations(
    new AxeBuilder({ page }).withTags([
      'wcag2a',
      'wcag2aa',
      'wcag21a',
      'wcag21aa',
      'wcag22aa',
      'best-practice',
    ]),
  );
}

/** Text that can be read on what is behind it: the one thing that depends on the colours. */
export async function expectContrast(page: Page): Promise<void> {
  await awaitColours(page);
  await expectNoViolations(new AxeBuilder({ page }).withRules(['color-contrast']));
}

/** Colours fade into each other when the theme is another one. */
async function awaitColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(fading.map((one) => one.finished));
  });
}

async function expectNoViolations(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(found).toEqual([]);
}
