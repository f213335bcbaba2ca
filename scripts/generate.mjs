/** Makes every generated folder anew: the model's types from the meta-model, the parser's tables from the grammar. */
import './project-node.mjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

function run(command, ...args) {
  // Langium asks whether to delete what it has not generated: the parser's tables, which the next script makes anew.
  const options = { input: 'no\n', stdio: ['pipe', 'inherit', 'inherit'] };
  const { status } = spawnSync(command, args, { cwd: root, ...options, shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

run('langium', 'generate');
run('node', 'scripts/generate-lookahead.ts');
run('node', 'scripts/generate-model.ts');
