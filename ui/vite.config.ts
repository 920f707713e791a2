import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { chunkGroups } from './scripts/chunks.ts';
import { firstLoad } from './scripts/firstLoad.ts';
import { sharedModules } from './scripts/sharedModules.ts';

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
/** The larger one of the languages, of which one is always loaded. */
const TEXTS = 'src/locales/fr.json';

export default defineConfig({
  plugins: [react(), tailwindcss(), sharedModules(), firstLoad(FIRST_VIEWS, TEXTS)],
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
