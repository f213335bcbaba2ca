import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/browser/**'],
    testTimeout: 30_000,
    // Files share a worker: loading the language anew for each took half the time. Nothing under test keeps state in a module.
    isolate: false,
  },
});
