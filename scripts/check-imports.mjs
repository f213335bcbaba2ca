/** Holds the source against the rules of .dependency-cruiser.mjs: who may import whom. */
import './project-node.mjs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from '../.dependency-cruiser.mjs';

const root = join(import.meta.dirname, '..');

/**
 * Looks at src and webview below `folder`. Resolves to how many modules of ours were seen, and the breaches: a few lines
 * each, with what to do instead.
 */
export async function checkImports(folder = root) {
  const { forbidden, options } = configuration;
  const { output } = await cruise(
    ['src', 'webview'],
    { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } },
    undefined,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  );
  const modules = output.modules.filter(({ source }) => /^(src|webview)\/.*\.ts$/.test(source)).length;
  return { modules, breaches: output.summary.violations.map(explain) };
}

function explain({ from, to, rule, cycle }) {
  const { comment } = configuration.forbidden.find(({ name }) => name === rule.name);
  const path = cycle ? cycle.map(({ name }) => name).join(' → ') : to;
  return `${from} → ${path}\n  ${rule.name}: ${comment}`;
}

if (import.meta.main) {
  const { modules, breaches } = await checkImports();
  for (const breach of breaches) console.error(breach);
  // With a TypeScript that it does not know dependency-cruiser only warns, and sees no file at all.
  if (modules === 0)
    console.error('No TypeScript file was seen: dependency-cruiser and typescript do not go together.');
  console.log(`${modules} modules, ${breaches.length} breaches`);
  process.exitCode = breaches.length > 0 || modules === 0 ? 1 : 0;
}
