/**
 * How long one command takes, from nothing to its exit, in units of an empty Node start: the runs of all commands and of
 * the empty start take turns, so that a busy machine slows them alike. Median of the runs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'dist/cli.js');
const rounds = 31;
const scratch = mkdtempSync(join(tmpdir(), 'procedo-bench-'));
const reference = (name) =>
  resolve(root, process.env.PROCEDO_SHARED ?? '../shared', `corpus/bpmn/miwg-reference/Reference__${name}.bpmn`);

/** A process of twenty steps, four decisions among them. */
function twentySteps() {
  const block = (n) => `
  user check${n} "Check part ${n}"
  xor "Part ${n} complete?" {
    when "no" { send "Ask for part ${n}"  service "Register the answer ${n}" }
    otherwise "yes"
  }`;
  const text = `process twenty "Twenty steps" {\n  start "Received"${[1, 2, 3, 4].map(block).join('')}\n  user "Decide"\n  service "File"\n  end "Done"\n}\n`;
  const path = join(scratch, 'twenty.procedo');
  writeFileSync(path, text);
  return path;
}

/** The commands by name, with the most empty starts that each may take. */
function commands() {
  const empty = join(scratch, 'empty.js');
  writeFileSync(empty, '');
  return [
    { name: 'empty Node', args: [empty] },
    { name: '--version', most: 1.5, args: [cli, '--version'] },
    { name: '--help', most: 1.5, args: [cli, '--help'] },
    { name: 'lint A.1.0.bpmn', most: 3, args: [cli, 'lint', reference('A.1.0')] },
    { name: 'textconv A.1.0.bpmn', most: 3, args: [cli, 'textconv', reference('A.1.0')] },
    { name: 'render --svg A.1.0.bpmn', most: 3, args: [cli, 'render', '--svg', reference('A.1.0')] },
    { name: 'render --svg C.3.0.bpmn', most: 4, args: [cli, 'render', '--svg', reference('C.3.0')] },
    { name: 'render --svg, text of 20 steps', most: 8, args: [cli, 'render', '--svg', twentySteps()] },
  ];
}

function timeOf({ name, args }) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args);
  if (status !== 0) throw new Error(`${name}: exit code ${status}: ${stderr}`);
  return performance.now() - started;
}

/** The median time of each command in ms. The first round fills caches and does not count. */
function measure(measured) {
  const times = measured.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of measured.entries()) {
      const time = timeOf(command);
      if (round > 0) times[index].push(time);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[list.length >> 1]);
}

try {
  const measured = commands().filter(({ name, args }) => {
    const there = args.every((arg) => !arg.startsWith(root.slice(0, 1)) || existsSync(arg));
    if (!there) console.log(`${name}: skipped, ${args.at(-1)} is missing`);
    return there;
  });
  const medians = measure(measured);
  for (const [index, { name, most }] of measured.entries()) {
    const starts = medians[index] / medians[0];
    console.log(
      `${name.padEnd(32)} ${medians[index].toFixed(0).padStart(5)} ms ${starts.toFixed(2).padStart(6)} empty starts${most ? ` (at most ${most})` : ''}`,
    );
  }
} finally {
  rmSync(scratch, { recursive: true });
}
