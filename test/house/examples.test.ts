/** What the examples promise: each is without a problem of any kind, and together they show what the language is for. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allElements, type Definitions, is } from '../../src/model/index.ts';
import { isWhole, noFiles, open } from '../../src/workspace/index.ts';

const folder = 'examples';
const names = readdirSync(folder).filter((name) => name.endsWith('.procedo'));

async function read(name: string): Promise<{ definitions: Definitions; problems: readonly unknown[] }> {
  const document = await open(`${folder}/${name}`, readFileSync(`${folder}/${name}`), noFiles);
  if (!isWhole(document)) throw new Error(`${name} has errors.`);
  return document;
}

describe('an example', () => {
  test.each(names)('%s has no problem, and says at its head what it is about', async (name) => {
    expect((await read(name)).problems).toEqual([]);
    expect(readFileSync(`${folder}/${name}`, 'utf8')).toMatch(/^\/\/ \S/);
  });
});

describe('among the examples', () => {
  const all = Promise.all(names.map(async (name) => [...allElements((await read(name)).definitions)]));

  test('one has more than sixty steps', async () => {
    const steps = (await all).map((elements) => elements.filter((element) => is(element, 'bpmn:FlowNode')));
    const counts = steps.map((some) => some.filter((step) => !is(step, 'bpmn:Gateway')).length);
    expect(Math.max(...counts)).toBeGreaterThan(60);
  });

  test('one has three pools with a process each', async () => {
    const pools = (await all).map((elements) => elements.filter((element) => is(element, 'bpmn:Participant')));
    expect(pools.some((some) => some.filter(({ processRef }) => processRef).length === 3)).toBe(true);
  });

  test('every kind of gateway, of handler and of sub-process stands in one', async () => {
    const types = new Set((await all).flat().map(({ $type }) => $type));
    for (const type of ['Exclusive', 'Inclusive', 'Parallel', 'EventBased'])
      expect(types).toContain(`bpmn:${type}Gateway`);
    for (const type of ['SubProcess', 'AdHocSubProcess', 'BoundaryEvent']) expect(types).toContain(`bpmn:${type}`);
  });
});
