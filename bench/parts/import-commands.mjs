import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');
const ROUNDS = 3;

/**
 * `procedo import` of a folder and `procedo export` of what that makes, beside a program that reads and writes the same files
 * with bpmn-moddle: each from nothing to its exit, files written, in turns.
 * @returns lines that tell files per second by the best of the rounds
 */
export function measureCommands(folder) {
  if (!existsSync(cli)) return ['The command line is not built: npm run build.'];
  const count = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.bpmn')).length;
  const best = { 'bpmn-moddle': Infinity, import: Infinity, export: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    const scratch = mkdtempSync(join(tmpdir(), 'procedo-bench-'));
    const [written, texts, models] = ['written', 'texts', 'models'].map((name) => join(scratch, name));
    const programs = {
      'bpmn-moddle': [join(import.meta.dirname, 'moddle-program.mjs'), folder, written],
      import: [cli, 'import', folder, '-o', texts],
      export: [cli, 'export', texts, '-o', models],
    };
    for (const [name, args] of Object.entries(programs)) best[name] = Math.min(best[name], secondsOf(args));
    rmSync(scratch, { recursive: true });
  }
  const rates = Object.entries(best).map(([name, seconds]) => `${name} ${(count / seconds).toFixed(0)}`);
  const ratios = ['import', 'export'].map((name) => `${name} ${(best['bpmn-moddle'] / best[name]).toFixed(2)}`);
  return [
    `command line, ${count} files, from nothing to the exit, files/s: ${rates.join(', ')}`,
    `ratio: ${ratios.join(', ')} (at least 1)`,
  ];
}

/** The exit code says that there are files among them that cannot be read, or texts with warnings. */
function secondsOf(args) {
  const started = performance.now();
  const { error, signal } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (error || signal) throw error ?? new Error(`${args.join(' ')}: ended by ${signal}`);
  return (performance.now() - started) / 1000;
}
