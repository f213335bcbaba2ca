/**
 * Layout of a one-line edit in a text of about 100 nodes, warm: a step comes and goes in turns, with the cache of the editor and without. Flat, in
 * five sub-processes, and in five processes. Median and 95th percentile in ms, and the
 * mean time of the processor, which a busy machine changes least; beside them the layout of the whole, cold in the same run.
 */
import '../scripts/project-node.mjs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { structuredText } from './structured-text.mjs';

/** The road as it ships: bundled, so that module loading does not count. */
async function loadRoad() {
  const outfile = join(mkdtempSync(join(tmpdir(), 'procedo-bench-')), 'road.cjs');
  const contents = `
    export { noFiles, open } from './src/workspace/index.ts';
    export { allElements } from './src/model/index.ts';
    export { LayoutCache, layout } from './src/layout/index.ts';`;
  const stdin = { contents, resolveDir: join(import.meta.dirname, '..'), loader: 'ts' };
  await build({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
  return import(pathToFileURL(outfile).href);
}

const { noFiles, open, allElements, layout, LayoutCache } = await loadRoad();
const edits = Number(process.env.EDITS ?? 200);
const numbers = [1, 2, 3, 4, 5];

/** Twenty nodes: ten steps, a loop and a handler. */
const part = (n) => `
    start "Begin ${n}"
    ${numbers.map((step) => `user step${n}_${step} "Step ${step}"`).join('\n    ')}
    xor ask${n} "Again?" { when "yes" -> step${n}_2  otherwise "no" }
    parallel { branch { task "Left ${n}" service "Book ${n}" } branch { task "Right ${n}" } branch { task "Third ${n}" send "Tell ${n}" } }
    service "Last ${n}" on error "fails" { task "Mend ${n}" end }
    end`;

const texts = {
  flat: structuredText(70),
  'in sub-processes': `process p {\n  start\n${numbers.map((n) => `  subprocess s${n} "Part ${n}" {${part(n)}\n  }`).join('\n')}\n  end\n}\n`,
  'in processes': numbers.map((n) => `process p${n} "Part ${n}" {${part(n)}\n}\n`).join(''),
};

async function modelOf(text) {
  const document = await open('bench.procedo', new TextEncoder().encode(text), noFiles);
  const error = document.problems.find(({ severity }) => severity === 'error');
  if (error) throw new Error(error.message);
  return document.definitions;
}

/** A line more, in the middle of the text. */
function edited(text) {
  const lines = text.split('\n');
  const middle = lines.findIndex((line, index) => index > lines.length / 2 && /^\s+(user|service) /.test(line));
  return lines.toSpliced(middle, 0, '    task "One more"').join('\n');
}

/** ms that this thread has had of the processor: what else runs on the machine does not count. */
function processorTime() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Median and 95th percentile by the clock, and the mean time of the processor. The first quarter warms up. */
function figures(models, cache) {
  const times = [];
  let begun = 0;
  for (let index = 0; index < edits; index++) {
    if (index === edits >> 2) begun = processorTime();
    const start = performance.now();
    layout(models[index % 2], undefined, cache);
    if (index >= edits >> 2) times.push(performance.now() - start);
  }
  const mean = (processorTime() - begun) / times.length;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(1).padStart(6);
  return `${at(0.5)} ${at(0.95)} ${mean.toFixed(1).padStart(6)}`;
}

console.log(`${' '.repeat(20)} nodes   cold   whole: median, p95, processor   with cache: the same   (ms)`);
for (const [name, text] of Object.entries(texts)) {
  const models = [await modelOf(text), await modelOf(edited(text))];
  const nodes = [...allElements(models[0])].filter((element) => element.$instanceOf('bpmn:FlowNode')).length;
  const start = performance.now();
  layout(models[0]);
  const cold = performance.now() - start;
  const whole = figures(models);
  const cached = figures(models, new LayoutCache());
  console.log(
    `${name.padEnd(20)} ${String(nodes).padStart(5)} ${cold.toFixed(1).padStart(6)}   ${whole.padEnd(30)}   ${cached}`,
  );
}
