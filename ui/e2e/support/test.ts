import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { ADMIN, deleteMachine, machineName } from './product';

interface Fixtures {
  /** A page on which somebody is logged in. */
  insidePage: Page;
  /** Gives names for machines, and takes the machines away after the test. */
  newName: (purpose: string) => string;
  /** Fails the test that made the browser complain: errors of scripts, refused content. */
  quietConsole: undefined;
}

/** The browser itself notes every answer from 400 up; the tests ask for some of those on purpose. */
const REFUSED_REQUEST = /Failed to load resource: the server responded with a status of 4\d\d/;

export const test = base.extend<Fixtures>({
  quietConsole: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !REFUSED_REQUEST.test(message.text())) {
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

/** WCAG 2.2 A and AA, as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(found).toEqual([]);
}
