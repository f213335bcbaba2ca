import { expect, test } from 'vitest';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { buildLinked, type LinkedModel, nothingRuns, whyWaiting } from '../../src/semantics/index.ts';
import { Session } from '../../src/simulation/index.ts';

/** A process of elements and flows as `a -> b`. */
function net(elements: string, flows: string): LinkedModel {
  const lines = flows.trim().split(/\s*;\s*/);
  const written = lines.map((line) => {
    const [from, to] = line.split(' -> ');
    return `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;
  });
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p">${elements}${written.join('')}</process></definitions>`;
  return buildLinked([readModel(xml).definitions as Definitions]);
}

const task = (id: string) => `<userTask id="${id}"/>`;
const straight = net(`<startEvent id="s"/>${task('a')}${task('b')}<endEvent id="e"/>`, 's -> a; a -> b; b -> e');

const start = (session: Session) => session.do({ in: 'processes', act: { do: 'start', node: 'p' } });

function play(session: Session): void {
  for (let act = session.next(); act; act = session.next()) session.do(act);
}

function atWork(session: Session): string[] {
  return session.state.processes.scopes.flatMap(({ instances }) =>
    instances.map(({ node }) => session.model.net.nodes[node]?.id ?? ''),
  );
}

test('a run is played to its end, and back to its beginning', () => {
  const session = new Session(straight);
  start(session);
  const first = session.state;
  play(session);
  expect(session.state.processes.scopes).toEqual([]);
  expect([...session.history.passed()].sort()).toEqual(['a', 'a-b', 'b', 'b-e', 'e', 's', 's-a']);
  session.history.back();
  session.history.back();
  expect(session.state).toBe(first);
  session.history.forward();
  expect(atWork(session)).toEqual(['b']);
  session.history.reset();
  expect(session.state).toBe(nothingRuns);
});

test('playing stops at a break point, and goes on from there', () => {
  const session = new Session(straight);
  session.breakpoints.add('b');
  start(session);
  expect(session.isAtBreakpoint()).toBe(false);
  session.do(session.next() as never);
  expect(session.isAtBreakpoint()).toBe(true);
});

test('a way chosen once for all is taken without a question', () => {
  const model = net(`<startEvent id="s"/><exclusiveGateway id="g"/>${task('a')}${task('b')}`, 's -> g; g -> a; g -> b');
  const session = new Session(model);
  start(session);
  expect(session.next()).toBeUndefined();
  session.sticky.set('g', ['g-b']);
  session.do(session.next() as never);
  expect(atWork(session)).toEqual(['b']);
});

test('an edit keeps the tokens whose elements live, and names those that it drops', () => {
  const session = new Session(straight);
  start(session);
  const longer = net(
    `<startEvent id="s"/>${task('a')}${task('c')}${task('b')}<endEvent id="e"/>`,
    's -> a; a -> c; c -> b; b -> e',
  );
  expect(session.replace(longer)).toEqual([]);
  session.do(session.next() as never);
  expect(atWork(session)).toEqual(['c']);
  expect(session.replace(straight)).toEqual(['c']);
  expect(atWork(session)).toEqual([]);
});

test('a join says what it waits for, and whether that can still come', () => {
  const model = net(
    `<startEvent id="s"/><exclusiveGateway id="x"/>${task('a')}${task('b')}<parallelGateway id="j"/><endEvent id="e"/>`,
    's -> x; x -> a; x -> b; a -> j; b -> j; j -> e',
  );
  const session = new Session(model);
  start(session);
  session.sticky.set('x', ['x-a']);
  play(session);
  expect(whyWaiting(model.net, session.state.processes)).toEqual([
    { element: 'j', scope: 1, for: 'join', filled: ['a-j'], missing: ['b-j'], isForEver: true },
  ]);
});
