import { defineConfig } from 'vitest/config';
import { bundledCmmnJs } from './scripts/bundled-cmmn-js.ts';

export default defineConfig({
  plugins: [bundledCmmnJs],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/browser/**'],
    testTimeout: 30_000,
    // Files share a worker: loading the language anew for each took half the time. Nothing under test keeps state in a module.
    isolate: false,
  },
});
