import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildLinked } from '../../src/semantics/index.ts';
import { Play } from '../../src/simulation/index.ts';
import { loadRuns, noFiles, open } from '../../src/workspace/index.ts';
import { casesOf, processesOf } from '../../src/workspace/models-that-run.ts';

const { recordedScenario, runTextScenarios } = await loadRuns();

const examples = new URL('../../examples/', import.meta.url);
const read = (path: string, text: string) => open(path, new TextEncoder().encode(text), noFiles);

const order = `process order "Order" {
  start
  user check "Check the order"
    on timer \`P2D\` late -> remind
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
function taking(play: Play, ...labels: string[]): Play {
  for (const label of labels) {
    const { offers } = play.moment();
    const offer = offers.find((each) => each.label === label);
    if (!offer) throw new Error(`${label}: there is ${offers.map((each) => each.label).join(', ')}.`);
    play.take(offer.number);
  }
  return play;
}

test('writes what was done to a process', async () => {
  const document = await read('order.procedo', order);
  const processes = processesOf(document);
  const play = taking(
    new Play(buildLinked(processes ? [processes] : [])),
    'Start the process "Order"',
    'Complete "Check the order"',
    '"Fine?" no',
    'Complete "Check the order"',
    '"Fine?" yes',
    'Complete "Pack"',
  );
  expect(recordedScenario(document, play.done() ?? []).text).toBe(`scenario recorded for order {
  start
  complete check  choose fine "no"
  complete check  choose fine "yes"
  expect end shipped  ended
}
`);
});

test('says why there is nothing to write', async () => {
  const document = await read('order.procedo', order);
  expect(recordedScenario(document, [{ in: 'processes', act: { do: 'finish', at: 7 } }]).message).toContain(
    'Start over',
  );
  const xml =
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"><process id="p"/></definitions>';
  expect(recordedScenario(await read('a.bpmn', xml), []).message).toContain('import it first');
});

/** A small generator of numbers below 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

function playedByChance(play: Play, seed: number): readonly object[] {
  const next = numbers(seed);
  play.begin();
  for (let count = 0; count < 14; count++) {
    const offers = play.moment().offers.filter(({ kind }) => kind !== 'start');
    const offer = offers[Math.floor(next() * offers.length)];
    if (!offer) break;
    play.take(offer.number);
  }
  return play.done() ?? [];
}

describe('what is recorded passes when it is run', () => {
  const names = readdirSync(examples).filter((name) => name.endsWith('.procedo'));
  test.each(names)('%s', async (name) => {
    const text = readFileSync(new URL(name, examples), 'utf8');
    const document = await read(name, text);
    const [processes, cases] = [processesOf(document), casesOf(document)];
    for (let seed = 1; seed <= 5; seed++) {
      const plays: Play[] = [
        ...(processes ? [new Play(buildLinked([processes]))] : []),
        ...(cases ? [new Play(buildLinked([cases]))] : []),
      ];
      for (const play of plays) {
        const { text: block, message } = recordedScenario(document, playedByChance(play, seed));
        // What has no words is refused in words.
        if (message !== undefined) {
          expect(message).toMatch(/record it again|written by hand/);
          continue;
        }
        const again = await read(name, `${text}\n${block}`);
        expect([runTextScenarios(again).at(-1)?.failure?.message, block]).toEqual([undefined, block]);
      }
    }
  });
});
