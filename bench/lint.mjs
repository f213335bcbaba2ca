/**
 * Files per second of `procedo lint` beside the command line of bpmnlint, both with their recommended rules, from nothing to
 * the exit, in turns: node bench/lint.mjs [folder of .bpmn files]. bpmnlint is taken from this project, or from the folder that
 * PROCEDO_BPMNLINT names.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROUNDS = 3;

const root = join(import.meta.dirname, '..');
const folder = process.argv[2] ?? resolve(root, process.env.PROCEDO_SHARED ?? '../shared', 'corpus/bpmn');
const cli = join(root, 'dist/cli.js');
const peer = resolve(root, process.env.PROCEDO_BPMNLINT ?? 'node_modules/bpmnlint', 'bin/bpmnlint.js');
const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.bpmn'))
  .map((name) => join(folder, name));
const scratch = mkdtempSync(join(tmpdir(), 'procedo-bench-'));
writeFileSync(join(scratch, '.bpmnlintrc'), '{"extends": "bpmnlint:recommended"}');

const commands = [
  { name: 'procedo lint', args: [cli, 'lint', ...files] },
  { name: 'bpmnlint', args: [peer, ...files] },
].filter(({ name, args }) => existsSync(args[0]) || console.log(`${name} is not there: ${args[0]}`));

function secondsOf({ args }) {
  const started = performance.now();
  spawnSync(process.execPath, args, { cwd: scratch, maxBuffer: 1 << 30 });
  return (performance.now() - started) / 1000;
}

try {
  const times = commands.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, command] of commands.entries()) times[index].push(secondsOf(command));
  }
  const rates = times.map((seconds) => files.length / Math.min(...seconds));
  for (const [index, { name }] of commands.entries())
    console.log(`${name}: ${files.length} files, ${rates[index].toFixed(0)} files/s`);
  if (rates.length === 2) console.log(`lint ratio: ${(rates[0] / rates[1]).toFixed(1)} (at least 5)`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
