/** `npm run check`: types, format and lint, import rules, sizes, the gallery. What needs no suite to run. */
import './project-node.mjs';
import { report, runStep } from './run-step.mjs';

/** The checks by name: command and arguments. `npm test` runs the same. */
export const checks = {
  types: ['tsc', '--noEmit'],
  'format and lint': ['biome', 'check', '--error-on-warnings', '--no-errors-on-unmatched', '.'],
  'import rules': ['node', 'scripts/check-imports.ts'],
  sizes: ['node', 'scripts/check-sizes.ts'],
  rules: ['node', 'scripts/generate-rules.ts', '--check'],
  gallery: ['node', 'scripts/generate-gallery.ts', '--check'],
};

if (import.meta.main) {
  let failed = 0;
  for (const [name, [command, ...args]] of Object.entries(checks)) {
    const result = await runStep(command, args);
    report(name, result);
    if (!result.passed) failed++;
  }
  process.exitCode = failed > 0 ? 1 : 0;
}
