import { defineConfig } from '@playwright/test';
import config from './playwright.config';

/** `npm run screenshot`: writes the picture for the documentation from the product at OBOX_URL. */
export default defineConfig(config, {
  testMatch: 'screenshot.ts',
  use: { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1.5, colorScheme: 'light' },
});
