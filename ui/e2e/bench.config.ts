import { defineConfig } from '@playwright/test';
import config from './playwright.config';

/** `./obox bench page`: measures the page of the product at OBOX_URL, and writes the figures to the file BENCH_FIGURES. */
export default defineConfig(config, {
  testMatch: 'bench.ts',
  timeout: 1_200_000,
  use: { trace: 'off' },
});
