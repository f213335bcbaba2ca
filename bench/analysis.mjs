/**
 * How long a verdict takes: structured processes of growing size, parallel branches, the same without the proof by structure, and all processes of
 * the corpus, with the share that is decided. Milliseconds of the processor, the median of several rounds;
 * of the corpus, milliseconds that pass.
 */
import '../scripts/project-node.mjs';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBundled } from './parts/load-bundled.mjs';

const { readModel, analyzeProcesses } = await loadBundled(`
  export { readModel } from './src/model/index.ts';
  export { analyzeProcesses } from './src/analysis/index.ts';`);

const numbers = (count) => Array.from({ length: count }, (_, at) => at);

/** A process from lines such as `a -> b`; a name tells the type: `x` exclusive, `p` parallel, `s` start, `e` end, else a task. */
function model(lines) {
  const types = { s: 'startEvent', e: 'endEvent', x: 'exclusiveGateway', p: 'parallelGateway' };
  const ids = [...new Set(lines.flatMap((line) => line.split(' -> ')))];
  const nodes = ids.map((id) => `<${types[id[0]] ?? 'task'} id="${id}"/>`);
  const flows = lines.map((line, index) => {
    const [from, to] = line.split(' -> ');
    return `<sequenceFlow id="f${index}" sourceRef="${from}" targetRef="${to}"/>`;
  });
  return readModel(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="b"><process id="P">${nodes.join('')}${flows.join('')}</process></definitions>`,
  ).definitions;
}

/** Blocks in a row, parallel and exclusive in turn, of two tasks each. */
const blocks = (activities) =>
  model([
    ...numbers(activities / 2).flatMap((at) => {
      const [gate, before] = [at % 2 ? 'x' : 'p', at === 0 ? 's' : `${at % 2 ? 'p' : 'x'}j${at - 1}`];
      return [
        `${before} -> ${gate}s${at}`,
        ...['a', 'b'].flatMap((side) => [`${gate}s${at} -> ${side}${at}`, `${side}${at} -> ${gate}j${at}`]),
      ];
    }),
    `${(activities / 2 - 1) % 2 ? 'x' : 'p'}j${activities / 2 - 1} -> e`,
  ]);
const branches = (width, depth = 1) =>
  model([
    's -> p0',
    ...numbers(width).flatMap((branch) => {
      const ids = ['p0', ...numbers(depth).map((at) => `t${branch}_${at}`), 'p1'];
      return ids.slice(1).map((id, at) => `${ids[at]} -> ${id}`);
    }),
    'p1 -> e',
  ]);
/** Two blocks that overlap: no structure to prove it by. */
const crossed = (width) =>
  model([
    's -> p0',
    ...numbers(width).flatMap((at) => [`p0 -> a${at}`, `a${at} -> pm${at}`, `pm${at} -> b${at}`, `b${at} -> p1`]),
    ...numbers(width).flatMap((at) => [`pm${at} -> c${at}`, `c${at} -> pn${(at + 1) % width}`, `a${at}x -> pn${at}`]),
    ...numbers(width).flatMap((at) => [`p0 -> a${at}x`, `pn${at} -> p1`]),
    'p1 -> e',
  ]);

function median(work, rounds = 15) {
  const times = numbers(rounds).map(() => {
    const began = process.threadCpuUsage();
    let times = 0;
    // The clock of the processor is coarse.
    for (const until = performance.now() + 20; times === 0 || performance.now() < until; times++) work();
    const { user, system } = process.threadCpuUsage(began);
    return (user + system) / 1000 / times;
  });
  return times.sort((a, b) => a - b)[rounds >> 1];
}

const say = (name, definitions, options, rounds) => {
  const [{ sound, states }] = analyzeProcesses([definitions], options);
  const time = median(() => analyzeProcesses([definitions], options), rounds).toFixed(2);
  console.log(`${name}: ${time} ms, ${states} states, sound ${sound}`);
};

for (const activities of [100, 1000]) say(`structured, ${activities} activities`, blocks(activities));
say('16 parallel branches', branches(16));
say('16 parallel branches of 4', branches(16, 4));
say('8 branches that cross', crossed(8));
say('8 parallel branches, in all orders', branches(8), { isReduced: false });
say('6 parallel branches of 4, in all orders', branches(6, 4), { isReduced: false }, 3);

const corpus = join(import.meta.dirname, '../../shared/corpus/bpmn');
if (existsSync(corpus)) {
  const times = [];
  let processes = 0;
  let decided = 0;
  for (const file of globSync(`${corpus}/**/*.bpmn`)) {
    const { definitions } = readModel(readFileSync(file, 'utf8'));
    if (definitions?.$type !== 'bpmn:Definitions') continue;
    const began = performance.now();
    const found = analyzeProcesses([definitions], { maxStates: 5000 });
    times.push(performance.now() - began);
    for (const verdict of found) {
      const { optionToComplete, properCompletion, safe, noDeadActivities } = verdict;
      processes += verdict.processes.length;
      if (![optionToComplete, properCompletion, safe, noDeadActivities].includes(null))
        decided += verdict.processes.length;
    }
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2);
  console.log(
    `corpus: ${times.length} files, ${((100 * decided) / processes).toFixed(1)} % of ${processes} processes decided within 5,000 states; median ${at(0.5)} ms, 95 % under ${at(0.95)} ms, longest ${at(1)} ms`,
  );
}
