import { defineConfig } from 'vitest/config';

/** The smoke flows in Firefox, against the booted product at OBOX_URL, as the administrator ADMIN_EMAIL with ADMIN_PASSWORD. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One flow after the other, each where the one before ended; after a failure the rest would only fail as well.
    bail: 1,
  },
});
