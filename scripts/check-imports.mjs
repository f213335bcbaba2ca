/** Holds the source against the rules of .dependency-cruiser.mjs: who may import whom. */
import './project-node.mjs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from '../.dependency-cruiser.mjs';

process.chdir(join(import.meta.dirname, '..'));

/** The last line of a rule's comment says what to do instead. */
function explain({ from, to, rule, cycle }) {
  const comment = configuration.forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
  const path = cycle ? cycle.map(({ name }) => name).join(' → ') : to;
  return `${from} → ${path}\n  ${rule.name}: ${comment}`;
}

const { forbidden, options } = configuration;
const { output } = await cruise(['src', 'webview'], { ...options, validate: true, ruleSet: { forbidden } }, undefined, {
  tsConfig: extractTSConfig('tsconfig.json'),
});
const { violations, totalCruised } = output.summary;
const ours = output.modules.filter(({ source }) => /^(src|webview)\/.*\.ts$/.test(source)).length;

for (const violation of violations) console.error(explain(violation));
// With a TypeScript that it does not know dependency-cruiser only warns, and sees no file at all.
if (ours === 0)
  console.error('No TypeScript file was seen: dependency-cruiser and the typescript package do not go together.');
console.log(`${ours} modules of ours, ${totalCruised} in all, ${violations.length} breaches`);
process.exitCode = violations.length > 0 || ours === 0 ? 1 : 0;
