/**
 * Files per second of `procedo lint` beside the command line of bpmnlint, both with their recommended rules, from nothing to
 * the exit, in turns: node bench/lint.mjs [folder of .bpmn files]. Ours twice: cold, and with a cache that an earlier run has
 * filled, as in a pull request that changes little. bpmnlint has none.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROUNDS = 3;

const root = join(import.meta.dirname, '..');
const folder = process.argv[2] ?? resolve(root, process.env.PROCEDO_SHARED ?? '../shared', 'corpus/bpmn');
const cli = join(root, 'dist/cli.js');
const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.bpmn'))
  .map((name) => join(folder, name));
const scratch = mkdtempSync(join(tmpdir(), 'procedo-bench-'));
writeFileSync(join(scratch, '.bpmnlintrc'), '{"extends": "bpmnlint:recommended"}');

const cached = { name: 'procedo lint --cache', least: 20, args: [cli, 'lint', '--cache', ...files] };
const commands = [
  { name: 'bpmnlint', args: [join(root, 'node_modules/bpmnlint/bin/bpmnlint.js'), ...files] },
  { name: 'procedo lint', least: 5, args: [cli, 'lint', ...files] },
  cached,
];

function secondsOf({ name, args }) {
  const started = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: scratch, maxBuffer: 1 << 30 });
  // The exit code says that there are findings, and files among them that cannot be read.
  if (stdout.length === 0) throw new Error(`${name} has said nothing: ${stderr}`);
  return (performance.now() - started) / 1000;
}

try {
  secondsOf(cached);
  const times = commands.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, command] of commands.entries()) times[index].push(secondsOf(command));
  }
  const rates = times.map((seconds) => files.length / Math.min(...seconds));
  for (const [index, { name, least }] of commands.entries()) {
    const ratio = least ? `, ${(rates[index] / rates[0]).toFixed(1)} times bpmnlint (at least ${least})` : '';
    console.log(`${name}: ${files.length} files, ${rates[index].toFixed(0)} files/s${ratio}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
