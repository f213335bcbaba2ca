/** What somebody did in a run, written down as a scenario, passes when it is run. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildLinked, type LinkedAct, type LinkedModel } from '../../src/semantics/index.ts';
import { Play, randomRun, Session } from '../../src/simulation/index.ts';
import { exportXml, loadRuns, noFiles, open, type SourceDocument } from '../../src/workspace/index.ts';
import { casesOf, processesOf } from '../../src/workspace/models-that-run.ts';

const { readScenario, recordedScenario, runScenario, runTextScenarios } = await loadRuns();

const examples = new URL('../../examples/', import.meta.url);
const runs = Number(process.env.PROCEDO_RUNS ?? 12);
const read = (path: string, text: string) => open(path, new TextEncoder().encode(text), noFiles);
const modelOf = (document: SourceDocument) =>
  buildLinked([processesOf(document) ?? [], casesOf(document) ?? []].flat());

const order = `process order "Order" {
  start
  user check "Check the order"
    on timer after \`P2D\` as late -> remind
  xor fine "Fine?" {
    when "no" \`not(fine)\` -> check
    otherwise "yes"
  }
  service pack "Pack"
  end shipped "Shipped"
  service remind "Remind"
  end
}
`;

/** Takes what is offered by these labels, one after the other. */
function taking(model: LinkedModel, ...labels: string[]): readonly object[] {
  const play = new Play(model);
  for (const label of labels) {
    const { offers } = play.moment();
    const offer = offers.find((each) => each.label === label);
    if (!offer) throw new Error(`${label}: there is ${offers.map((each) => each.label).join(', ')}.`);
    play.take(offer.number);
  }
  return play.done() ?? [];
}

async function recorded(text: string, ...labels: string[]) {
  const document = await read('text.procedo', text);
  return recordedScenario(document, taking(modelOf(document), ...labels), []);
}

async function failureOf(text: string, block: string) {
  return runTextScenarios(await read('text.procedo', `${text}\n${block}`), []).at(-1)?.failure?.message;
}

test('writes what was done to a process', async () => {
  const { text } = await recorded(
    order,
    'Start the process "Order"',
    'Complete "Check the order"',
    '"Fine?" no',
    'Complete "Check the order"',
    '"Fine?" yes',
    'Complete "Pack"',
  );
  expect(text).toBe(`scenario recorded for order {
  start
  complete check  choose fine "no"
  complete check  choose fine "yes"
  expect end shipped  ended
}
`);
});

test('a choice that is left open is expected to be', async () => {
  const { text = '' } = await recorded(order, 'Start the process "Order"', 'Complete "Check the order"');
  expect(text).toContain('  expect active fine\n');
  expect(await failureOf(order, text)).toBeUndefined();
});

const claim = `process claim "Claim" {
  start
  call examine "Examine" runs Examination
    on timer after \`P2D\` "2 days" { end late "Too late" }
  end done "Done"
}

process pay "Pay" {
  start
  user transfer "Transfer"
  end paid "Paid"
}

case Examination "Examination" autocomplete {
  file photos[] "Photos"
  human inspect "Inspect" required
  process refund "Refund" runs pay required
    enter when inspect completes if \`covered\`
}
`;

test('writes one scenario of a process, the case that it calls, and the process that this runs', async () => {
  const { text = '' } = await recorded(
    claim,
    'Start the process "Claim"',
    'Let fail: "Inspect"',
    'Reactivate "Inspect"',
    'Complete "Inspect"',
    'The condition of "Refund" holds',
    'Complete "Transfer"',
  );
  expect(text).toBe(`scenario recorded for claim {
  start
  fail inspect
  reactivate inspect
  complete inspect  choose refund true
  complete transfer
  expect end paid, done  ended
  expect state Examination completed
  expect state inspect completed
  expect state refund completed
}
`);
  expect(await failureOf(claim, text)).toBeUndefined();
});

test('writes what was done to several cases', async () => {
  const { text = '' } = await recorded(
    claim,
    'Open the case "Examination"',
    'Open the case "Examination"',
    'Complete "Inspect"',
    'Suspend "Examination"',
  );
  expect(text).toContain('\n  start\n  start Examination\n  complete inspect\n  suspend Examination\n');
  expect(await failureOf(claim, text)).toBeUndefined();
});

test('says why there is nothing to write', async () => {
  const document = await read('order.procedo', order);
  const nothing: LinkedAct = { in: 'processes', act: { do: 'finish', at: 7 } };
  expect(recordedScenario(document, [nothing], []).message).toContain('Start over');
});

/** A run in which each number picks one of the acts that are possible, some with a variable. */
function picked(model: LinkedModel, picks: readonly number[]): readonly LinkedAct[] {
  const session = new Session(model);
  for (const pick of picks) {
    const acts = session.acts();
    const each = acts[pick % acts.length];
    if (!each) break;
    const act = each.in === 'processes' ? each.act : undefined;
    const set = { picked: pick, said: `a "b" \\ ${pick}`, list: [true, null] };
    session.do(pick % 5 === 0 && act?.do === 'finish' ? { in: 'processes', act: { ...act, set } } : each);
  }
  return (session.history.whole ?? []).map(({ act }) => act);
}

const names = readdirSync(examples).filter((name) => name.endsWith('.procedo'));

describe.each(names)('every run of %s', (name) => {
  const text = readFileSync(new URL(name, examples), 'utf8');
  let document: SourceDocument;
  let model: LinkedModel;
  beforeAll(async () => {
    document = await read(name, text);
    model = modelOf(document);
  });

  test('can be written down, whatever is done in it', () => {
    const acts = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(acts, (picks) => {
        const done = picked(model, picks);
        if (done.length > 0) expect(recordedScenario(document, done, [])).toEqual({ text: expect.any(String) });
      }),
      { numRuns: runs },
    );
  });

  test('by chance can be written down', () => {
    for (let seed = 1; seed <= runs; seed++)
      expect(recordedScenario(document, randomRun(model, seed, 60).acts, [])).toEqual({ text: expect.any(String) });
  });

  test('passes as it is written in the text', async () => {
    for (const seed of [1, 2]) {
      const block = recordedScenario(document, randomRun(model, seed, 40).acts, []).text ?? '';
      const free = recordedScenario(document, picked(model, fc.sample(fc.nat(), { seed, numRuns: 20 })), []).text ?? '';
      const both = `${text}\n${block}\n${free.replace('scenario recorded', 'scenario other')}`;
      const [one, other] = runTextScenarios(await read(name, both), []).slice(-2);
      expect([one?.failure?.message, other?.failure?.message, both.slice(text.length)]).toEqual([
        undefined,
        undefined,
        both.slice(text.length),
      ]);
    }
  });

  test('passes as JSON beside its XML', async () => {
    for (const notation of ['bpmn', 'cmmn'] as const) {
      const xml = exportXml(document, notation);
      if (xml === undefined) continue;
      const file = await read(`model.${notation}`, xml);
      for (const seed of [1, 2, 3]) {
        const { json = '' } = recordedScenario(file, randomRun(modelOf(file), seed, 40).acts, []);
        const { value, problems } = readScenario(json);
        expect(problems).toEqual([]);
        expect(value?.models).toEqual([`model.${notation}`]);
        expect([value && runScenario(value, [file], []).failure, json]).toEqual([undefined, json]);
      }
    }
  });
});
