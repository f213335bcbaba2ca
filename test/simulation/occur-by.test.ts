/** Which of several triggers of an event a scenario means. */
import { describe, expect, test } from 'vitest';
import { loadRuns, noFiles, open } from '../../src/workspace/index.ts';

const { recordedScenario, readScenario, runScenario, runTextScenarios } = await loadRuns();

const read = (text: string) => open('text.procedo', new TextEncoder().encode(text), noFiles);

const order = `signal Stop "Stop"
signal Recall "Recall"
message Answer "Answer"
escalation Late "Late" code "L1"
process order "Order" {
  start
  user pack "Pack"
    on signal Stop or signal Recall or message Answer or condition \`stock = 0\` or condition \`budget = 0\` or escalation Late as ended "Ended" { end stopped }
  end
}
process all "All" {
  start
  catch both "Both" on signal Stop and signal Recall
  user after "After"
  end
}
`;

async function failures(text: string, ...blocks: string[]) {
  const scenarios = blocks.map((block, at) => `scenario s${at} for ${block}`);
  return runTextScenarios(await read(`${text}${scenarios.join('\n')}`), []).map(({ failure }) => failure?.message);
}

describe('a text', () => {
  test.each([
    'signal Stop',
    'signal Recall',
    'message Answer',
    'condition `stock = 0`',
    'condition `budget = 0`',
    'escalation Late',
  ])('tells `on %s` apart', async (by) => {
    expect(
      await failures(order, `order { start  expect active pack  occur ended on ${by}  expect end stopped }`),
    ).toEqual([undefined]);
  });

  test('needs each of the triggers of a parallel event once, in any order', async () => {
    const [passed, twice] = await failures(
      order,
      'all { start  occur both on signal Recall  occur both on signal Stop  expect active after }',
      'all { start  occur both on signal Recall  occur both on signal Recall }',
    );
    expect(passed).toBeUndefined();
    expect(twice).toContain('Nobody waits for both by the signal Recall now.');
  });

  test('says a trigger that the event does not have', async () => {
    const [message] = await failures(order, 'order { start  occur ended on timer }');
    expect(message).toContain(
      'does not wait for `timer`. It waits for `signal Stop`, `signal Recall`, `message Answer`',
    );
  });
});

test('a scenario in JSON names it by kind and name', async () => {
  const document = await read(order);
  const run = (by: object) => {
    const start = { process: 'all' };
    const steps = [{ do: { occur: 'both', by } }, { do: { signal: 'Stop' }, expect: { active: ['after'] } }];
    const { value } = readScenario(JSON.stringify({ name: 's', kind: 'bpmn', model: 'a.bpmn', start, steps }));
    return value && runScenario(value, [document], []).failure?.message;
  };
  expect(run({ kind: 'signal', name: 'Recall' })).toBeUndefined();
  expect(run({ kind: 'signal', name: 'Stop' })).toContain('both');
  expect(run({ kind: 'message' })).toBe('Nobody waits for both by its message now.');
});

test('what is recorded says which it was', async () => {
  const document = await read(order);
  const recorded = (process: string, ...acts: object[]) =>
    recordedScenario(
      document,
      [{ do: 'start', node: process }, ...acts].map((act) => ({ in: 'processes', act })),
      [],
    ).text;
  const fire = (event: string, trigger: number) => ({ do: 'fire', at: 2, event, trigger });
  expect(recorded('all', fire('both', 1), fire('both', 0))).toContain('occur both on signal Recall\n  occur both\n');
  expect(recorded('order', fire('ended', 4))).toContain('occur ended on condition `budget = 0`\n');
  expect(recorded('order', fire('ended', 5))).toContain('occur ended on escalation Late\n');
});
