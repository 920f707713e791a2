import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { chunkGroups } from './scripts/chunks.ts';
import { firstLoad } from './scripts/firstLoad.ts';
import { sharedModules } from './scripts/sharedModules.ts';
import { cutTexts, firstTexts } from './scripts/texts.ts';

const backend = process.env.OBOX_URL ?? 'http://127.0.0.1:8080';

/** The sources of what people see first. */
const FIRST_VIEWS = {
  login: ['src/features/session/LoginPage.tsx', 'src/features/preferences/choices.ts'],
  overview: [
    'src/features/overview/OverviewPage.tsx',
    'src/features/vms/VmStatesCard.tsx',
    'src/features/hosts/HostsCard.tsx',
    'src/features/jobs/cards.tsx',
  ],
};
/** The sources by which the page's own parts contribute to it, of which all are loaded with it. */
const PARTS = readdirSync(new URL('./src/features', import.meta.url))
  .map((feature) => `src/features/${feature}/part.ts`)
  .filter((part) => existsSync(new URL(part, import.meta.url)));
/** The larger one of the languages, of which one is always loaded. */
const TEXTS = firstTexts('fr');

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    sharedModules(),
    cutTexts(['src/main.tsx', ...PARTS, ...Object.values(FIRST_VIEWS).flat()]),
    firstLoad(FIRST_VIEWS, TEXTS),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    // The backend refuses cross-site writes by comparing Origin with Host, so Host is passed on as it is.
    proxy: {
      '/api': { target: backend, changeOrigin: false },
      '/plugins': { target: backend, changeOrigin: false },
    },
  },
  build: {
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // The content security policy allows no data: URLs.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // Every browser of these knows it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: chunkGroups(FIRST_VIEWS) } },
    },
  },
  test: {
    include: ['{src,scripts}/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
  },
});
