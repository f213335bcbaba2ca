import { defineConfig } from 'vitest/config';
import { bundledCmmnJs } from './scripts/bundled-cmmn-js.ts';

/** The tests that need Chromium (`CHROMIUM_PATH`, else /usr/bin/chromium); the others are in vitest.config.ts. */
export default defineConfig({
  plugins: [bundledCmmnJs],
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file has a browser of its own; two at a time would only wait for each other.
    fileParallelism: false,
  },
});
