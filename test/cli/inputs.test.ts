import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textEndings, xmlEndings } from '../../src/base/file-endings.ts';
import { findInputs } from '../../src/cli/inputs.ts';
import type { Shell } from '../../src/cli/shell.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'procedo-inputs-'));
});
afterEach(() => rm(cwd, { recursive: true }));

async function make(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), '');
  }
}

function find(...args: string[]) {
  return findInputs(args, [...textEndings, ...xmlEndings], { cwd } as Shell);
}

test('takes the files of a folder by their endings, by name, not those of node_modules and dot folders', async () => {
  await make('b.bpmn', 'a.procedo', 'c/d.cmmn.xml', 'c/e.bpmn20.xml', 'f.BPMN2', 'g.xml', 'h.procedo.layout');
  await make('node_modules/x.bpmn', 'c/node_modules/x.bpmn', '.git/x.bpmn');
  const { inputs, several } = await find('.');
  expect(inputs.map(({ name }) => name)).toEqual(['a.procedo', 'b.bpmn', 'c/d.cmmn.xml', 'c/e.bpmn20.xml', 'f.BPMN2']);
  expect(several).toBe(true);
});

test('keeps paths below a folder, names files by their base name', async () => {
  await make('in/below/a.bpmn', 'b.bpmn');
  const { inputs } = await find('in', './b.bpmn');
  expect(inputs.map(({ name, place }) => [name, place])).toEqual([
    ['in/below/a.bpmn', 'below/a.bpmn'],
    ['./b.bpmn', 'b.bpmn'],
  ]);
});

test('takes a named file whatever its ending, there or not', async () => {
  const { inputs, several, refusals } = await find('model.xml');
  expect(inputs).toEqual([{ name: 'model.xml', place: 'model.xml', path: join(cwd, 'model.xml') }]);
  expect([several, refusals]).toEqual([false, []]);
});

test('takes what is named twice once', async () => {
  await make('in/a.bpmn');
  const { inputs } = await find('in', 'in/a.bpmn', '-', '-');
  expect(inputs.map(({ name }) => name)).toEqual(['in/a.bpmn', '-']);
});

test('a folder with one file counts as several: what -o means does not hang on what is in it today', async () => {
  await make('in/a.bpmn');
  expect((await find('in')).several).toBe(true);
});
