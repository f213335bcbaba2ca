/** A text with the positions of a tool's file beside it becomes a file with these positions: no coordinate changes on the way. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawingOf, type LayoutPin, parseLayoutFile, printLayoutFile } from '../../src/layout/index.ts';
import { compile } from '../../src/mapping/index.ts';
import { type Definitions, decodeXml, is, readModel } from '../../src/model/index.ts';
import { exportXml, open } from '../../src/workspace/index.ts';
import { parseText } from '../mapping/text.ts';
import { memoryFiles } from './memory-files.ts';

const folder = new URL('../fixtures/miwg/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.procedo'))
  .map((name) => name.slice(0, -'.procedo'.length));

function read(xml: string | undefined): Definitions {
  const { definitions } = readModel(xml ?? '');
  if (!definitions || !is(definitions, 'bpmn:Definitions')) throw new Error('No BPMN file.');
  return definitions;
}

/** Boxes of shapes and points of lines by the ids of their elements. */
function placesOf({ diagrams }: Definitions): Record<string, string> {
  const items = diagrams.flatMap(({ plane }) => plane?.planeElement ?? []);
  return Object.fromEntries(
    items.flatMap((item): [string, string][] => {
      if (is(item, 'bpmndi:BPMNEdge'))
        return [[item.bpmnElement?.id ?? '', item.waypoint.map(({ x, y }) => `${x},${y}`).join(' ')]];
      if (!is(item, 'bpmndi:BPMNShape') || !item.bounds) return [];
      const { x, y, width, height } = item.bounds;
      return [[item.bpmnElement?.id ?? '', `${x},${y} ${width}x${height}`]];
    }),
  );
}

it.each(names)('%s', async (name) => {
  const text = readFileSync(new URL(`${name}.procedo`, folder), 'utf8');
  const kept = parseLayoutFile(readFileSync(new URL(`${name}.procedo.layout`, folder), 'utf8')).value;
  const reference = read(decodeXml(readFileSync(new URL(`${name}.reference.bpmn`, folder))).value);
  const { idOfKey } = compile(await parseText(text), kept).value;
  const { pins } = drawingOf(reference);
  const byKey = new Map<string, LayoutPin>(
    [...idOfKey].flatMap(([key, id]) => (pins.has(id) ? [[key, pins.get(id) ?? {}]] : [])),
  );
  const files = memoryFiles({ 'a.procedo': text, 'a.procedo.layout': printLayoutFile({ ...kept, pins: byKey }) });
  const exported = read(exportXml(await open('a.procedo', new TextEncoder().encode(text), files)));
  expect(placesOf(exported)).toEqual(placesOf(reference));
});
