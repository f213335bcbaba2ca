import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import type { CalledModels, FileOfScenarios, RanScenarios } from '../../src/protocol/scenarios.ts';
import type { LocatedLines } from '../../src/protocol/server.ts';
import { connectInMemory, initialize, openText } from './server-client.ts';

const order = `process order "Order" {
  start
  user check "Check the order"
  xor fine "Fine?" {
    when "no" \`fine = false\` {
      user ask "Ask again"
    }
    otherwise "yes"
  }
  end shipped
}
`;

const scenario = {
  name: 'asks again',
  kind: 'bpmn',
  model: 'order.procedo',
  start: { process: 'order' },
  steps: [
    { do: { complete: 'check', set: { fine: false } }, expect: { active: ['ask'] } },
    { do: { complete: 'ask' }, expect: { ended: true } },
  ],
};

let folder: string;
let client: ProtocolConnection;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();
const write = (name: string, content: object) => {
  writeFileSync(join(folder, name), JSON.stringify(content, undefined, 2));
  return uriOf(name);
};
const list = (...uris: string[]) => client.sendRequest<FileOfScenarios[]>('procedo/scenarios', { uris });
const run = (uri: string, names?: string[]) => client.sendRequest<RanScenarios>('procedo/runScenarios', { uri, names });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'procedo-scenarios-'));
  writeFileSync(join(folder, 'order.procedo'), order);
  client = connectInMemory();
  await initialize(client, pathToFileURL(folder).toString());
});
afterEach(() => {
  client.dispose();
  rmSync(folder, { recursive: true });
});

describe('procedo/scenarios', () => {
  test('names those in JSON, at the place of their name', async () => {
    const uri = write('asks.json', scenario);
    const range = { start: { line: 1, character: 10 }, end: { line: 1, character: 22 } };
    expect(await list(uri)).toEqual([{ uri, scenarios: [{ name: 'asks again', range }] }]);
  });

  test('leaves out other JSON, what is no scenario yet, and what is not there', async () => {
    const other = write('package.json', { name: 'x', version: '1' });
    const half = write('half.json', { ...scenario, name: undefined });
    expect(await list(other, half, uriOf('gone.json'), uriOf('order.procedo'))).toEqual([]);
  });
});

describe('scenario blocks of a text', () => {
  const blocks = `
/// Nobody is asked.
scenario fine "All is fine" for order {
  start
  complete check  choose fine "yes"
  expect end shipped  never ask
}
scenario "asks again" {
  start
  complete check  set { fine: false }
  complete check
}
`;

  test('are named by id or label, at that place, as they stand in the editor', async () => {
    const uri = uriOf('order.procedo');
    await openText(client, uri, order + blocks);
    const [file] = await list(uri);
    expect(file?.scenarios.map(({ name, label, range }) => [name, label, range.start.line])).toEqual([
      ['fine', 'All is fine', 13],
      ['asks again', undefined, 18],
    ]);
  });

  test('run, with a failure on its line and what was passed', async () => {
    const uri = uriOf('order.procedo');
    await openText(client, uri, order + blocks);
    const { runs, coverage } = await run(uri);
    expect(runs).toMatchObject([
      { name: 'fine' },
      { name: 'asks again', failure: { possible: ['complete ask'], range: { start: { line: 21, character: 2 } } } },
    ]);
    expect(runs[0]?.failure).toBeUndefined();
    expect(coverage).toHaveLength(1);
    const times = new Map(coverage[0]?.places.map(({ name, times }) => [name, times]));
    expect([times.get('Check the order'), times.get('yes'), times.get('Ask again'), times.get('shipped')]).toEqual([
      2, 1, 0, 1,
    ]);
    expect((await run(uri, ['fine'])).runs).toEqual([{ name: 'fine' }]);
  });
});

describe('procedo/runScenarios', () => {
  test('says that one passes, and what it passed of the model', async () => {
    const { runs, coverage } = await run(write('asks.json', scenario), ['asks again']);
    expect(runs).toEqual([{ name: 'asks again' }]);
    const [file] = coverage;
    expect(file?.uri).toBe(uriOf('order.procedo'));
    const told = file?.places.map(({ name, range, leaves, times }) => [range.start.line + 1, name, leaves, times]);
    expect(told).toEqual([
      [2, 'start', undefined, 1],
      [3, 'Check the order', undefined, 1],
      [4, 'Fine?', undefined, 1],
      [6, 'Ask again', undefined, 1],
      [10, 'shipped', undefined, 1],
      [5, 'no', 'fine', 1],
      [8, 'yes', 'fine', 0],
    ]);
  });

  test('puts a failure on its step, with what was possible instead', async () => {
    const steps = [scenario.steps[0], { do: { complete: 'check' } }];
    const { runs } = await run(write('asks.json', { ...scenario, steps }));
    expect(runs[0]?.failure).toMatchObject({
      message: 'check is not at work and cannot be completed.',
      possible: ['ask'],
      range: { start: { line: 21 }, end: { line: 25 } },
    });
  });

  test('takes an open text as it stands in the editor', async () => {
    const uri = write('asks.json', scenario);
    await openText(client, uriOf('order.procedo'), order.replace('user ask', 'user question'));
    expect((await run(uri)).runs[0]?.failure?.message).toContain('question');
  });

  test('says what is wrong with the model that it cannot read', async () => {
    const broken = write('asks.json', { ...scenario, model: 'gone.procedo' });
    expect((await run(broken)).runs[0]?.failure?.message).toBe(
      'Its model gone.procedo cannot be read: check the path.',
    );
    await openText(client, uriOf('order.procedo'), order.replace('start', 'start -> nowhere'));
    expect((await run(write('asks.json', scenario))).runs[0]?.failure?.message).toContain('nowhere');
  });
});

test('procedo/locateLines names what begins in lines and is drawn', async () => {
  const uri = uriOf('order.procedo');
  await openText(client, uri, order);
  const ids = async (...lines: number[]) =>
    (await client.sendRequest<LocatedLines>('procedo/locateLines', { uri, lines })).ids;
  expect(await ids(2, 4)).toEqual(['check', 'Flow_fine_ask']);
  expect(await ids(0, 200)).toEqual([]);
});

describe('procedo/calledModels', () => {
  test('gives what a document calls in other files of the workspace, without a drawing', async () => {
    writeFileSync(join(folder, 'caller.procedo'), 'process caller { start  call x runs order  end }');
    const { texts } = await client.sendRequest<CalledModels>('procedo/calledModels', { uri: uriOf('caller.procedo') });
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('<bpmn:process id="order"');
    expect(texts[0]).not.toContain('BPMNDiagram');
  });

  test('finds a model in a folder below, and none where none is called', async () => {
    const process = (id: string, step: string) =>
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="${id}">${step}</process></definitions>`;
    writeFileSync(join(folder, 'a.bpmn'), process('A', '<callActivity id="t" calledElement="B"/>'));
    mkdirSync(join(folder, 'below'));
    writeFileSync(join(folder, 'below', 'b.bpmn'), process('B', '<userTask id="t"/>'));
    const ask = (name: string) => client.sendRequest<CalledModels>('procedo/calledModels', { uri: uriOf(name) });
    expect((await ask('a.bpmn')).texts.join()).toContain('<userTask id="t#b"');
    expect(await ask('below/b.bpmn')).toEqual({ texts: [] });
  });
});
