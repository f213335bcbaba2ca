/**
 * How fast models run: activities of whole instances beside bpmn-elements in the same run; steps without a trace, and with one in a model of
 * 1,000 nodes, in one with 1,000 scope instances and in a case of 1,000 tasks (99th percentile); states of an exhaustive search; a test of an inclusive join at 1,000 nodes.
 */
import '../scripts/project-node.mjs';
import * as elements from 'bpmn-elements';
import { BpmnModdle } from 'bpmn-moddle';
import serializer, { TypeResolver } from 'moddle-context-serializer';
import { loadBundled } from './parts/load-bundled.mjs';

const { readModel, buildCasePlan, buildLinked, buildNet, emptyState, noCases, runnable, step, stepCase, explore } =
  await loadBundled(`
  export { readModel } from './src/model/index.ts';
  export { buildCasePlan, buildLinked, buildNet, emptyState, noCases, runnable, step, stepCase } from './src/semantics/index.ts';
  export { explore } from './src/analysis/index.ts';`);

/** A process from lines such as `a -> b`; a name tells the type: `x` exclusive, `p` parallel, `o` inclusive gateway, else a task. */
function processXml(lines) {
  const ids = [...new Set(lines.flatMap((line) => line.split(' -> ')))];
  const types = { s: 'startEvent', e: 'endEvent', x: 'exclusiveGateway', p: 'parallelGateway', o: 'inclusiveGateway' };
  const nodes = ids.map((id) => `<${types[id[0]] ?? 'task'} id="${id}"/>`);
  const flows = lines.map((line, index) => {
    const [from, to] = line.split(' -> ');
    return `<sequenceFlow id="f${index}" sourceRef="${from}" targetRef="${to}"/>`;
  });
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="b"><process id="P" isExecutable="true">${nodes.join('')}${flows.join('')}</process></definitions>`;
}

const numbers = (count) => Array.from({ length: count }, (_, at) => at);
const chain = (length) => {
  const ids = ['s', ...numbers(length).map((at) => `t${at}`), 'e'];
  return processXml(ids.slice(1).map((id, at) => `${ids[at]} -> ${id}`));
};
const parallel = (width, depth = 1) =>
  processXml([
    's -> p0',
    ...numbers(width).flatMap((branch) => {
      const ids = ['p0', ...numbers(depth).map((at) => `t${branch}_${at}`), 'p1'];
      return ids.slice(1).map((id, at) => `${ids[at]} -> ${id}`);
    }),
    'p1 -> e',
  ]);
/** `count` times a split into two tasks and their join. */
const blocks = (count, gateway) =>
  processXml(
    numbers(count)
      .flatMap((at) => [
        `${at === 0 ? 's' : `${gateway}j${at - 1}`} -> ${gateway}s${at}`,
        ...['a', 'b'].flatMap((side) => [`${gateway}s${at} -> ${side}${at}`, `${side}${at} -> ${gateway}j${at}`]),
      ])
      .concat(`${gateway}j${count - 1} -> e`),
  );

const netOf = (xml) => buildNet([readModel(xml).definitions]);

/** Runs one instance to its end; the oldest task is done first, all ways are taken. @returns steps made */
function run(net, options, eachStep = () => {}) {
  let { state } = step(net, emptyState, { do: 'start', node: 'P' }, options);
  let steps = 1;
  while (state.scopes.length > 0) {
    const [scope] = state.scopes;
    const [instance] = scope.instances;
    const act =
      instance?.kind === 'choice'
        ? { do: 'choose', at: instance.id, flows: net.nodes[instance.node].outgoing.map((flow) => net.flows[flow].id) }
        : instance
          ? { do: 'finish', at: instance.id }
          : { do: 'advance', scope: scope.id, flow: net.flows[scope.resting[0]].id };
    const began = performance.now();
    ({ state } = step(net, state, act, options));
    eachStep(performance.now() - began);
    steps++;
  }
  return steps;
}

async function elementsPerSecond(xml, activities) {
  const types = TypeResolver(elements);
  const serialized = serializer(await new BpmnModdle().fromXML(xml), types);
  const once = () =>
    new Promise((resolve, reject) => {
      const definition = new elements.Definition(elements.Context(serialized));
      definition.broker.subscribeTmp('event', 'definition.leave', resolve, { noAck: true });
      definition.broker.subscribeTmp('event', 'definition.error', reject, { noAck: true });
      definition.run();
    });
  for (let warm = 0; warm < 20; warm++) await once();
  return perSecond(async () => {
    await once();
    return activities;
  });
}

/** Units of work in a second of the processor, over about half a second. */
async function perSecond(work) {
  let units = 0;
  const began = process.threadCpuUsage();
  const spent = () => {
    const { user, system } = process.threadCpuUsage(began);
    return (user + system) / 1e6;
  };
  while (spent() < 0.5) units += await work();
  return units / spent();
}

const figure = (value) => Math.round(value).toLocaleString('en');
const quiet = { unknown: 'choose', traced: false };

for (const [name, xml, activities] of [
  ['chain of 10 tasks', chain(10), 10],
  ['5 parallel tasks', parallel(5), 5],
]) {
  const net = netOf(xml);
  for (let warm = 0; warm < 500; warm++) run(net, quiet);
  const ours = await perSecond(() => {
    run(net, quiet);
    return activities;
  });
  const theirs = await elementsPerSecond(xml, activities);
  console.log(`${name}: ${figure(ours)} activities/s, bpmn-elements ${figure(theirs)}: ${figure(ours / theirs)} times`);
}

const large = netOf(blocks(250, 'p'));
const steps = await perSecond(() => run(large, quiet));
console.log(`1,000 nodes, untraced: ${figure(steps)} steps/s`);

const times = [];
for (let round = 0; round < 20; round++) run(large, { unknown: 'choose', traced: true }, (ms) => times.push(ms));
times.sort((a, b) => a - b);
console.log(`1,000 nodes, traced: 99 % of the steps under ${times[Math.floor(times.length * 0.99)].toFixed(3)} ms`);

/** A sub-process with 1,000 items at once, two tasks in each: scope instances by the thousand. */
const manyScopes = netOf(
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="b"><process id="P"><subProcess id="S"><multiInstanceLoopCharacteristics><loopCardinality>1000</loopCardinality></multiInstanceLoopCharacteristics><task id="a"/><task id="b"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/></subProcess><boundaryEvent id="t" attachedToRef="S"><timerEventDefinition/></boundaryEvent></process></definitions>`,
);
const scopeTimes = [];
const whole = { start: [], cancel: [] };
for (let round = 0; round < 5; round++) {
  const measured = (list, state, act) => {
    const began = performance.now();
    const made = step(manyScopes, state, act, { unknown: 'choose', traced: true }).state;
    list.push(performance.now() - began);
    return made;
  };
  let state = measured(whole.start, emptyState, { do: 'start', node: 'P' });
  measured(whole.cancel, state, { do: 'fire', at: state.scopes[0].instances[0].id, event: 't' });
  while (state.scopes.length > 0) {
    const [instance] = state.scopes.at(-1).instances;
    state = measured(scopeTimes, state, { do: 'finish', at: instance.id });
  }
}
scopeTimes.sort((a, b) => a - b);
console.log(
  `1,000 scopes at once, traced: 99 % of the steps under ${scopeTimes[Math.floor(scopeTimes.length * 0.99)].toFixed(3)} ms; all begin in ${Math.min(...whole.start).toFixed(1)} ms, are cancelled in ${Math.min(...whole.cancel).toFixed(1)} ms`,
);

/** A case of 1,000 tasks: each is begun by the one before it, or all by the first. */
const caseOf = (sourceOf) => {
  const items = numbers(1000).map(
    (at) =>
      `<planItem id="t${at}" definitionRef="T">${at > 0 ? `<entryCriterion id="c${at}" sentryRef="s${at}"/>` : ''}</planItem>`,
  );
  const sentries = numbers(1000)
    .slice(1)
    .map(
      (at) =>
        `<sentry id="s${at}"><planItemOnPart sourceRef="t${sourceOf(at)}"><standardEvent>complete</standardEvent></planItemOnPart></sentry>`,
    );
  const xml = `<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="b"><case id="C"><casePlanModel id="P">${items.join('')}${sentries.join('')}<humanTask id="T"/></casePlanModel></case></definitions>`;
  return buildCasePlan([readModel(xml).definitions]);
};
/** The time of each step that completes the oldest task, until so many are done, in ms. */
const caseSteps = (plan, rounds, most) =>
  numbers(rounds).flatMap(() => {
    let { state } = stepCase(plan, noCases, { do: 'open', case: 'P' });
    const found = [];
    while (found.length < most) {
      const task = state.cases[0].instances.find((each) => each.state === 'active' && each.parent !== 0);
      if (!task) break;
      const began = performance.now();
      ({ state } = stepCase(plan, state, { do: 'transition', at: task.id, transition: 'complete' }));
      found.push(performance.now() - began);
    }
    return found;
  });
const inTurn = caseOf((at) => at - 1);
const inOrder = caseSteps(inTurn, 5, 1000).sort((a, b) => a - b);
const perCaseStep = 1e3 / (await perSecond(() => caseSteps(inTurn, 1, 1000).length));
const allAtOnce = caseSteps(
  caseOf(() => 0),
  40,
  1,
).sort((a, b) => a - b);
console.log(
  `case of 1,000 tasks, traced: 99 % of the steps under ${inOrder[Math.floor(inOrder.length * 0.99)].toFixed(3)} ms, ${perCaseStep.toFixed(3)} ms of the processor on average; one that begins all others ${allAtOnce[20].toFixed(1)} ms in the median, ${allAtOnce[0].toFixed(1)} ms at least`,
);

const joins = netOf(blocks(250, 'o'));
const joinSteps = await perSecond(() => run(joins, quiet));
console.log(`1,000 nodes, each step asks an inclusive join: ${(1e6 / joinSteps).toFixed(1)} µs a step`);

const space = runnable(buildLinked([readModel(parallel(6, 6)).definitions]));
let found;
const states = await perSecond(() => {
  found = explore(space, [{ in: 'processes', act: { do: 'start', node: 'P' } }], 1_000_000);
  return found.states;
});
const memory = Math.round(process.memoryUsage().heapUsed / 1e6);
console.log(
  `exhaustive, 6 branches of 6 tasks: ${figure(found.states)} states, ${figure(states)} states/s, heap ${memory} MB`,
);
