/** Models that are wrong, huge or endless run in bounded steps: what cannot go on is refused or fails in words, and nothing throws. */
import { describe, expect, test } from 'vitest';
import { type Definitions, readModel } from '../../src/model/index.ts';
import {
  type Act,
  buildNet,
  emptyState,
  enabled,
  key,
  look,
  type Net,
  type State,
  startActs,
  step,
  type TraceEntry,
  whyWaiting,
} from '../../src/semantics/index.ts';

const options = { unknown: 'choose', traced: true } as const;
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

function netOf(content: string): Net {
  const { definitions } = readModel(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">${content}</definitions>`,
  );
  return buildNet([definitions as Definitions]);
}

/** Starts the first process and does the acts named by what they do, each the first that is offered. */
function played(net: Net, ...doing: readonly Act['do'][]): { state: State; trace: readonly TraceEntry[] } {
  const first = startActs(net)[0] ?? { do: 'start', node: 'P' };
  let made = step(net, emptyState, first, options);
  for (const what of doing) {
    const act = enabled(net, made.state, options).find((each) => each.do === what);
    expect(act).toBeDefined();
    made = step(net, made.state, act as Act, options);
    expect(made.refused).toBeUndefined();
  }
  key(made.state);
  look(net, made.state);
  whyWaiting(net, made.state);
  return made;
}

const reasons = (trace: readonly TraceEntry[]) =>
  trace.flatMap((entry) => (entry.what === 'failed' ? [`${entry.element} ${entry.reason}`] : []));
const flow = (from: string, to: string) => `<sequenceFlow sourceRef="${from}" targetRef="${to}"/>`;

describe('what would never end fails', () => {
  test.each([
    ['a process that calls itself', `<process id="P"><callActivity id="c" calledElement="P"/></process>`, 'c endless'],
    [
      'a process that calls itself twice',
      `<process id="P"><callActivity id="c" calledElement="P"/><callActivity id="d" calledElement="P"/></process>`,
      'c endless',
    ],
    [
      'two that call each other',
      `<process id="P"><callActivity id="c" calledElement="Q"/></process><process id="Q"><callActivity id="d" calledElement="P"/></process>`,
      'd endless',
    ],
    [
      'a loop over a sub-process that takes no time',
      `<process id="P"><subProcess id="s"><standardLoopCharacteristics><loopCondition>true</loopCondition></standardLoopCharacteristics><startEvent id="i"/></subProcess></process>`,
      's endless',
    ],
    [
      'items one after another that take no time, a thousand million of them',
      `<process id="P"><subProcess id="s"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>1000000000</loopCardinality></multiInstanceLoopCharacteristics><startEvent id="i"/></subProcess></process>`,
      's endless',
    ],
    [
      'a thousand million items at once',
      `<process id="P"><task id="a"><multiInstanceLoopCharacteristics><loopCardinality>1000000000</loopCardinality></multiInstanceLoopCharacteristics></task></process>`,
      'a too-many',
    ],
    [
      'an event sub-process that hears its own signal',
      `<signal id="S"/><process id="P"><endEvent id="t"><signalEventDefinition signalRef="S"/></endEvent><subProcess id="e" triggeredByEvent="true"><startEvent id="s" isInterrupting="false"><signalEventDefinition signalRef="S"/></startEvent>${flow('s', 'u')}<endEvent id="u"><signalEventDefinition signalRef="S"/></endEvent></subProcess></process>`,
      'e endless',
    ],
  ])('%s', (_, content, reason) => {
    const { state, trace } = played(netOf(content));
    expect(reasons(trace)).toContain(reason);
    expect(state.scopes).toEqual([]);
    expect(state.failures).toEqual([reason.split(' ')[1]]);
  });

  test('a thousand million tokens out of one activity', () => {
    const net = netOf(
      `<process id="P"><task id="a" completionQuantity="1000000000"/>${flow('a', 'b')}<task id="b"/></process>`,
    );
    expect(reasons(played(net, 'finish').trace)).toEqual(['a too-many']);
  });

  test('a process that a signal starts and that throws it begins a hundred times at most', () => {
    const net = netOf(
      `<signal id="S"/><process id="P"><startEvent id="s"><signalEventDefinition signalRef="S"/></startEvent>${flow('s', 'a')}${flow('s', 't')}<task id="a"/><endEvent id="t"><signalEventDefinition signalRef="S"/></endEvent></process>`,
    );
    expect(played(net).state.scopes).toHaveLength(101);
  });

  test('two processes that start each other by messages', () => {
    const net = netOf(
      `<message id="M"/><message id="N"/><process id="P"><startEvent id="s"><messageEventDefinition messageRef="M"/></startEvent>${flow('s', 't')}<endEvent id="t"><messageEventDefinition messageRef="N"/></endEvent></process><process id="Q"><startEvent id="u"><messageEventDefinition messageRef="N"/></startEvent>${flow('u', 'v')}<endEvent id="v"><messageEventDefinition messageRef="M"/></endEvent></process>`,
    );
    expect(played(net).state.scopes).toEqual([]);
  });

  test('a tangle of a hundred gateways that all lead to each other', () => {
    const ids = numbers(100).map((at) => `g${at}`);
    const net = netOf(
      `<process id="P"><startEvent id="s"/>${flow('s', 'g0')}${ids.map((id) => `<parallelGateway id="${id}"/>`).join('')}${ids.flatMap((from) => ids.slice(0, 20).map((to) => flow(from, to))).join('')}</process>`,
    );
    played(net);
    const open = netOf(
      `<process id="P"><startEvent id="s"/>${flow('s', 'g0')}${ids.map((id) => `<exclusiveGateway id="${id}"/>`).join('')}${ids.flatMap((from) => ids.slice(0, 20).map((to) => flow(from, to))).join('')}</process>`,
    );
    played(open, 'choose', 'choose', 'choose');
  });
});

describe('what is wrong is left out or named', () => {
  test('elements without an id run, and each can be told from the others', () => {
    const net = netOf(
      '<process><startEvent/><task/><task/><exclusiveGateway id="g"/><task id="a"/><task id="b"/><sequenceFlow sourceRef="g" targetRef="a"/><sequenceFlow sourceRef="g" targetRef="b"/></process>',
    );
    expect(new Set(net.nodes.map(({ id }) => id)).size).toBe(6);
    expect(net.flows.map(({ id }) => id)).toEqual(['flow#0', 'flow#1']);
    expect(played(net).state.scopes).toEqual([]);
  });

  test('of elements with the same id the first is meant, and where it is not there the one that is', () => {
    const net = netOf(
      `<process id="P"><startEvent id="s"/>${flow('s', 'g')}<exclusiveGateway id="g"/><task id="a"/><task id="b"/><sequenceFlow id="f" sourceRef="g" targetRef="a"/><sequenceFlow id="f" sourceRef="g" targetRef="b"/></process><process id="P"><task id="a"/></process>`,
    );
    expect(net.scopes[net.scopeOfId.get('P') ?? -1]?.nodes).toHaveLength(4);
    expect(net.nodeOfId.get('a')).toBe(2);
    const { state } = played(net);
    const [{ instances: [choice] = [] } = {}] = state.scopes;
    const after = step(net, state, { do: 'choose', at: choice?.id ?? -1, flows: ['f'] }, options).state;
    expect(after.scopes[0]?.instances[0]?.node).toBe(2);
  });

  test('a boundary event that shares its id with something else happens where it waits', () => {
    const net = netOf(
      `<process id="P"><task id="e"/><task id="a"/><boundaryEvent id="e" attachedToRef="a"><timerEventDefinition/></boundaryEvent></process>`,
    );
    expect(enabled(net, played(net).state, options).some(({ do: what }) => what === 'fire')).toBe(true);
    played(net, 'fire');
  });

  test('flows into other scopes and to nowhere are left out', () => {
    const net = netOf(
      `<process id="P"><task id="s"/>${flow('s', 'inner')}${flow('s', 'gone')}${flow('s', 'other')}<subProcess id="sub"><task id="inner"/></subProcess></process><process id="Q"><task id="other"/></process>`,
    );
    expect(net.flows).toEqual([]);
    played(net, 'finish');
  });

  test('a boundary event on itself, on nothing, and on another boundary event wait for nothing', () => {
    const net = netOf(
      '<process id="P"><task id="a"/><boundaryEvent id="x" attachedToRef="x"><timerEventDefinition/></boundaryEvent><boundaryEvent id="y" attachedToRef="gone"><timerEventDefinition/></boundaryEvent><boundaryEvent id="z" attachedToRef="y"><timerEventDefinition/></boundaryEvent></process>',
    );
    expect(played(net, 'finish').state.scopes).toEqual([]);
  });
});

describe('what is huge', () => {
  test('10,000 steps in one scope', () => {
    const ids = numbers(10_000).map((at) => `t${at}`);
    const net = netOf(
      `<process id="P">${ids.map((id) => `<task id="${id}"/>`).join('')}${ids
        .slice(1)
        .map((id, at) => flow(ids[at] ?? '', id))
        .join('')}</process>`,
    );
    played(net, 'finish', 'finish', 'finish');
  });

  test('10,000 steps that all begin at once, and a join of them', () => {
    const ids = numbers(10_000).map((at) => `t${at}`);
    const net = netOf(
      `<process id="P">${ids.map((id) => `<task id="${id}"/>${flow(id, 'j')}`).join('')}<parallelGateway id="j"/></process>`,
    );
    played(net, 'finish', 'finish');
  });

  test('a chain of 10,000 gateways in one step', () => {
    const ids = numbers(10_000).map((at) => `g${at}`);
    const net = netOf(
      `<process id="P"><startEvent id="s"/>${flow('s', 'g0')}${ids.map((id) => `<exclusiveGateway id="${id}"/>`).join('')}${ids
        .slice(1)
        .map((id, at) => flow(ids[at] ?? '', id))
        .join('')}</process>`,
    );
    expect(played(net).state.scopes).toEqual([]);
  });

  test('sub-processes within each other, 500 deep', () => {
    const nested = numbers(500).reduce(
      (inside, at) => `<subProcess id="s${at}">${inside}</subProcess>`,
      '<task id="t"/>',
    );
    const net = netOf(
      `<error id="E"/><process id="P">${nested}<boundaryEvent id="b" attachedToRef="s499"><timerEventDefinition/></boundaryEvent></process>`,
    );
    expect(played(net).state.scopes).toHaveLength(501);
    expect(played(net, 'finish').state.scopes).toEqual([]);
    expect(played(net, 'fire').state.scopes).toEqual([]);
    const { state } = played(net);
    const at = state.scopes.at(-1)?.instances[0]?.id ?? -1;
    expect(step(net, state, { do: 'fault', at, error: 'E' }, options).state.failures).toEqual(['E']);
  });

  test('calls of calls, a step between them, as deep as they may be', () => {
    const net = netOf(
      `<process id="P"><startEvent id="s"/>${flow('s', 'a')}<task id="a"/>${flow('a', 'c')}<callActivity id="c" calledElement="P"/></process>`,
    );
    const { trace } = played(net, ...numbers(100).map(() => 'finish' as const));
    expect(reasons(trace)).toEqual(['c endless']);
  });

  test('2,000 items at once in sub-processes, cancelled together', () => {
    const net = netOf(
      `<process id="P"><subProcess id="s"><multiInstanceLoopCharacteristics><loopCardinality>2000</loopCardinality></multiInstanceLoopCharacteristics><task id="t"/></subProcess><boundaryEvent id="b" attachedToRef="s"><timerEventDefinition/></boundaryEvent></process>`,
    );
    expect(played(net).state.scopes).toHaveLength(2001);
    expect(played(net, 'fire').state.scopes).toEqual([]);
  });
});
