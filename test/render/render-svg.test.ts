import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CmmnDefinitions, createElement, type Definitions, readModel, writeModel } from '../../src/model/index.ts';
import { renderSvg } from '../../src/render/index.ts';
import { rowsOrOne, shared } from '../shared.ts';

const fixtures = join(import.meta.dirname, '../fixtures/render');
const files = globSync('*.{bpmn,cmmn}', { cwd: fixtures }).sort();

function read(name: string): Definitions {
  return readModel(readFileSync(join(fixtures, name), 'utf8')).definitions as Definitions;
}

describe('renderSvg', () => {
  it.each(files)('draws %s as the pictures beside it', async (name) => {
    const { value, problems } = await renderSvg([read(name)], { all: true });
    expect(problems).toEqual([]);
    for (const { id, svg } of value) {
      const file = name.replace(/\.\w+$/, value.length > 1 ? `.${id}.svg` : '.svg');
      await expect(svg).toMatchFileSnapshot(join(fixtures, file));
    }
  });

  it.each(files)('draws %s the same once more, and leaves the model as it is', async (name) => {
    const definitions = read(name);
    const before = writeModel(definitions);
    const [first, second] = [await renderSvg([definitions]), await renderSvg([definitions])];
    expect(second).toEqual(first);
    expect(writeModel(definitions)).toBe(before);
  });

  it('draws the beginning of a label that has no end, and leaves the model as it is', async () => {
    const name = 'word '.repeat(200_000);
    const xml = readFileSync(join(fixtures, 'labels.bpmn'), 'utf8').replace(/ name="[^"]*"/, ` name="${name}"`);
    const definitions = readModel(xml).definitions as Definitions;
    const before = writeModel(definitions);
    const { value } = await renderSvg([definitions]);
    expect(value[0]?.svg).toContain('…');
    expect(value[0]?.svg.length).toBeLessThan(2_000_000);
    expect(writeModel(definitions)).toBe(before);
    expect(before).toContain(name);
  });

  it.each(files)('draws %s where neither shapes nor labels say their size', async (name) => {
    const xml = readFileSync(join(fixtures, name), 'utf8').replace(/ (width|height)="[^"]*"/g, '');
    const definitions = readModel(xml).definitions as Definitions;
    const before = writeModel(definitions);
    const { value } = await renderSvg([definitions], { all: true });
    for (const { svg } of value) expect(svg).not.toMatch(/NaN|undefined/);
    expect(writeModel(definitions)).toBe(before);
  });

  it('tells of an item of a case whose definition is not there', async () => {
    const path = join(import.meta.dirname, '../fixtures/hostile/item-of-nothing.cmmn');
    const { definitions } = readModel(readFileSync(path, 'utf8'));
    const { problems } = await renderSvg([definitions as CmmnDefinitions]);
    expect(problems.map(({ message }) => message)).toEqual([
      '"check_item" is missing in the picture: what it is does not stand in the file. Correct it, or lay the model out anew.',
    ]);
  });

  it('draws the first diagram, one by its id, or all', async () => {
    const definitions = read('planes.bpmn');
    const ids = async (which: Parameters<typeof renderSvg>[1]) =>
      (await renderSvg([definitions], which)).value.map(({ id }) => id);
    expect(await ids({})).toEqual(['Diagram_1']);
    expect(await ids({ diagram: 'Diagram_2' })).toEqual(['Diagram_2']);
    expect(await ids({ all: true })).toEqual(['Diagram_1', 'Diagram_2', 'Sub']);
  });

  it('says which diagrams there are when it does not find one', async () => {
    const { value, problems } = await renderSvg([read('planes.bpmn')], { diagram: 'X' });
    expect(value).toEqual([]);
    expect(problems).toEqual([
      {
        severity: 'error',
        code: 'unknown-diagram',
        message: 'There is no diagram "X". Choose one of "Diagram_1", "Diagram_2", "Sub".',
      },
    ]);
  });

  it('says so when there is no diagram', async () => {
    const { problems } = await renderSvg([createElement('bpmn:Definitions', {})], { all: true });
    expect(problems).toMatchObject([{ severity: 'error', code: 'no-diagram' }]);
  });

  it('names what it could not draw and draws the rest', async () => {
    const broken = readFileSync(join(fixtures, 'elements.bpmn'), 'utf8')
      .replace('targetRef="G1"', 'targetRef="Nowhere"')
      .replace('<dc:Bounds x="150" y="20" width="100" height="80"/>', '');
    const { value, problems } = await renderSvg([readModel(broken).definitions as Definitions]);
    expect(value[0]?.svg).toContain('data-element-id="T2"');
    expect(problems.map(({ severity, element }) => [severity, element])).toEqual([
      ['warning', 'T1'],
      ['warning', 'F0'],
      ['warning', 'F3'],
    ]);
  });

  it('makes labels text, whatever they say', async () => {
    const { value } = await renderSvg([read('labels.bpmn')]);
    expect(value[0]?.svg).not.toMatch(/<(script|b)\b/);
    expect(value[0]?.svg).toContain('&lt;script&gt;');
  });

  it('draws labels in front of shapes that come after theirs, in whatever they stand', async () => {
    const { value } = await renderSvg([read('in-front/label-on-shape.bpmn')]);
    const drawn = [...(value[0]?.svg ?? '').matchAll(/data-element-id="(\w+)"/g)].map(([, id]) => id);
    expect(drawn).toEqual(['E', 'S', 'G', 'T', 'E_label', 'G_label']);
  });

  it('loads nothing and leaves no trace of editing', async () => {
    const { value } = await renderSvg([read('colours.bpmn')]);
    expect(value[0]?.svg).not.toMatch(/example\.com|djs-hit|djs-outline/);
  });

  const corpus = shared('corpus/broken');
  const broken = corpus ? globSync('*', { cwd: corpus }) : [];
  it.skipIf(!corpus).each(rowsOrOne(broken, '*'))('survives corpus/broken/%s', async (name) => {
    const { definitions } = readModel(readFileSync(join(corpus ?? '', name), 'utf8'));
    if (definitions?.$instanceOf('bpmn:Definitions')) {
      const { value, problems } = await renderSvg([definitions as Definitions], { all: true });
      expect(value.length + problems.length).toBeGreaterThan(0);
    }
  });
});
