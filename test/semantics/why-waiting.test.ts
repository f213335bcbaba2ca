import { expect, test } from 'vitest';
import {
  type Act,
  emptyState,
  enabled,
  migrate,
  type Net,
  type State,
  step,
  whyWaiting,
} from '../../src/semantics/index.ts';
import { modelOf } from './process-page.ts';

const netOf = async (text: string) => (await modelOf(text)).net;
const options = { unknown: 'choose', traced: true } as const;

/** Starts `p` and finishes tasks in the order of the model, as often as said. */
function played(net: Net, times: number): State {
  let { state } = step(net, emptyState, { do: 'start', node: 'p' }, options);
  for (let count = 0; count < times; count++) {
    const act = enabled(net, state, options).find(({ do: what }) => what === 'finish') as Act;
    state = step(net, state, act, options).state;
  }
  return state;
}

const waitingAt = (net: Net, state: State) =>
  whyWaiting(net, state).map(({ element, from, isForEver }) => [element, from, isForEver]);

test('two inclusive joins that wait for each other wait for ever, and each names the other', async () => {
  const net = await netOf(`process p {
    start
    parallel g { branch { user a } branch { user b -> k } }
    join j as or
    parallel h { branch -> k  branch { end one } }
    join k as or
    parallel i { branch -> j  branch { end two } }
    end
  }`);
  expect(waitingAt(net, played(net, 2))).toEqual([
    ['j', 'Flow_b_k', true],
    ['k', 'Flow_a_j', true],
  ]);
});

test('a join that somebody is at work for does not wait for ever', async () => {
  const net = await netOf('process p { start parallel g { branch { user a } branch { user b } } join j user c end }');
  expect(waitingAt(net, played(net, 1))).toEqual([
    ['b', undefined, false],
    ['j', undefined, false],
  ]);
});

test('a parallel join whose other branch has ended waits for ever', async () => {
  const net = await netOf(
    'process p { start parallel g { branch { user a } branch { user b xor q { when `x` { end gone } otherwise } } branch { user d end } } join j as parallel user c end }',
  );
  let state = played(net, 2);
  const choose = enabled(net, state, options).find((act) => 'flows' in act && act.flows.includes('Flow_q_gone'));
  state = step(net, state, choose as Act, options).state;
  expect(waitingAt(net, state).filter(([element]) => element === 'j')).toEqual([['j', undefined, true]]);
});

test('an edit that takes a handler away takes the throw that waits for it', async () => {
  const text = (
    handler: string,
  ) => `<process id="p"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/><task id="a"/><boundaryEvent id="e" attachedToRef="a"><compensateEventDefinition/></boundaryEvent>
    <task id="${handler}" isForCompensation="true"/><association id="x" sourceRef="e" targetRef="${handler}"/>
    <sequenceFlow id="g" sourceRef="a" targetRef="t"/><intermediateThrowEvent id="t"><compensateEventDefinition/></intermediateThrowEvent></process>`;
  const net = await netOf(text('undo'));
  const { state, dropped } = migrate(played(net, 1), net, await netOf(text('other')));
  expect(dropped).toEqual(['undo', 't']);
  expect(state.scopes[0]?.instances).toEqual([]);
});
