import { defineConfig } from '@playwright/test';
import config from './playwright.config';

/** `npm run screenshots`: writes the pictures for the documentation from the product at OBOX_URL, which has no machines yet. */
export default defineConfig(config, {
  testMatch: 'screenshots.ts',
  timeout: 300_000,
});
