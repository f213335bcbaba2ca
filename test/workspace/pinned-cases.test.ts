/** A text of cases with the positions of a tool's file beside it becomes a file with these positions: no coordinate changes on the way. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawingOfCases, parseLayoutFile, printLayoutFile } from '../../src/layout/index.ts';
import { compileCases } from '../../src/mapping/index.ts';
import { type CmmnDefinitions, decodeXml, is, readModel } from '../../src/model/index.ts';
import { exportXml, layoutXml, open } from '../../src/workspace/index.ts';
import { parseText } from '../mapping/text.ts';
import { memoryFiles } from './memory-files.ts';

const folder = new URL('../fixtures/cmmn/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.procedo'))
  .map((name) => name.slice(0, -'.procedo'.length));

function read(xml: string | undefined): CmmnDefinitions {
  const { definitions } = readModel(xml ?? '');
  if (!definitions || !is(definitions, 'cmmn:Definitions')) throw new Error('No CMMN file.');
  return definitions;
}

/** Boxes of shapes by the ids of what they show, and points of the lines of on-parts and associations. */
function placesOf({ CMMNDI }: CmmnDefinitions): string[] {
  const items = (CMMNDI?.diagrams ?? []).flatMap(({ diagramElements }) => diagramElements);
  return items
    .flatMap((item) => {
      if (is(item, 'cmmndi:CMMNEdge')) {
        const points = item.waypoint.map(({ x, y }) => `${x},${y}`);
        return [[points.join(' '), points.toReversed().join(' ')].sort()[0] ?? ''];
      }
      if (!is(item, 'cmmndi:CMMNShape') || !item.bounds) return [];
      const { x, y, width, height } = item.bounds;
      return [`${item.cmmnElementRef?.id} ${x},${y} ${width}x${height}`];
    })
    .sort();
}

it.each(names)('%s', async (name) => {
  const text = readFileSync(new URL(`${name}.procedo`, folder), 'utf8');
  const kept = parseLayoutFile(readFileSync(new URL(`${name}.procedo.layout`, folder), 'utf8')).value;
  const reference = read(decodeXml(readFileSync(new URL(`${name}.reference.cmmn`, folder))).value);
  const { drawing, pins, further } = drawingOfCases(reference);
  const { idOfKey } = compileCases(await parseText(text), kept).value;
  const keyOfId = new Map([...idOfKey].map(([key, id]) => [id, key]));
  const keyOf = (id: string) =>
    id
      .split(/(->|#\d+$)/)
      .map((part) => keyOfId.get(part) ?? part)
      .join('');
  const byKey = new Map([...pins].map(([id, pin]) => [keyOf(id), pin]));
  const layout = printLayoutFile({ ...kept, drawing, pins: byKey, further });
  const files = memoryFiles({ 'a.procedo': text, 'a.procedo.layout': layout });
  const document = await open('a.procedo', new TextEncoder().encode(text), files);
  expect(document.problems.filter(({ code }) => code === 'layout-drift')).toEqual([]);
  expect(placesOf(read(exportXml(document, 'cmmn')))).toEqual(placesOf(reference));
});

it('drawn anew, a file keeps its colours, styles and what is closed', async () => {
  const xml = `<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" xmlns:cmmndi="http://www.omg.org/spec/CMMN/20151109/CMMNDI"
      xmlns:dc="http://www.omg.org/spec/CMMN/20151109/DC" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0">
    <case id="c"><casePlanModel id="plan"><planItem id="a" definitionRef="t"/><planItem id="s" definitionRef="st"/><task id="t"/>
      <stage id="st"><planItem id="b" definitionRef="u"/><task id="u"/></stage></casePlanModel></case>
    <cmmndi:CMMNDI><cmmndi:CMMNDiagram id="d" name="At a glance">
      <cmmndi:CMMNShape id="a_di" cmmnElementRef="a" bioc:fill="#ffe"><dc:Bounds x="0" y="0" width="100" height="80"/></cmmndi:CMMNShape>
      <cmmndi:CMMNShape id="s_di" cmmnElementRef="s" isCollapsed="true" sharedStyle="bold"><dc:Bounds x="300" y="0" width="100" height="80"/></cmmndi:CMMNShape>
      <cmmndi:CMMNShape id="p_di" cmmnElementRef="plan"><cmmndi:CMMNStyle><cmmndi:FillColor red="1" green="2" blue="3"/></cmmndi:CMMNStyle>
        <dc:Bounds x="-50" y="-50" width="500" height="300"/></cmmndi:CMMNShape>
    </cmmndi:CMMNDiagram><cmmndi:CMMNStyle id="bold" fontBold="true"/></cmmndi:CMMNDI></definitions>`;
  const document = await open('a.cmmn', new TextEncoder().encode(xml), memoryFiles({}));
  const { CMMNDI } = read(layoutXml(document).value);
  const shape = (id: string) =>
    CMMNDI?.diagrams[0]?.diagramElements.find((each) => is(each, 'cmmndi:CMMNShape') && each.cmmnElementRef?.id === id);
  expect(CMMNDI?.diagrams.map(({ name }) => name)).toEqual(['At a glance']);
  expect(shape('a')?.$attrs['bioc:fill']).toBe('#ffe');
  expect(shape('s')?.sharedStyle).toMatchObject({ id: 'bold', fontBold: true });
  expect(shape('s')).toMatchObject({ isCollapsed: true });
  expect(shape('b')).toBeUndefined();
  expect(shape('plan')?.style).toMatchObject({ FillColor: { red: 1, green: 2, blue: 3 } });
});
