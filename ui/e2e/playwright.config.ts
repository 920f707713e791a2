import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const chromium =
  process.env.OBOX_CHROMIUM ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined);

/** Against the booted product at OBOX_URL, as the administrator ADMIN_EMAIL with ADMIN_PASSWORD. */
export default defineConfig({
  testDir: '.',
  // What is called otherwise runs in Firefox, or measures.
  testMatch: '**/*.spec.ts',
  // Needs a hypervisor, so it is asked for.
  testIgnore: process.env.OBOX_E2E_GUEST === 'ssh' ? [] : ['guest.spec.ts'],
  outputDir: '../test-results',
  // All tests meet in one product, and each looks at lists that the others would change.
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.OBOX_URL ?? 'http://127.0.0.1:8080',
    browserName: 'chromium',
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    // Without a film of each test, which takes more than a third of the time; the document is in it after each step.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
