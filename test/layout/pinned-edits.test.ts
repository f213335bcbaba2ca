/** A case is a folder of `test/fixtures/pins`: a text is drawn, that drawing is pinned, the text edited; the picture then shows what facts.json says. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawingOf, layout } from '../../src/layout/index.ts';
import { type BPMNDiagram, type Definitions, is } from '../../src/model/index.ts';
import { isWhole, noFiles, open } from '../../src/workspace/index.ts';
import { type Facts, factsOf } from './facts.ts';
import { defectsOf } from './quality.ts';

/** Beside the usual facts: shapes that stand still, and by how much others have moved to the right. */
interface PinnedFacts extends Facts {
  readonly still?: readonly string[];
  readonly right?: Readonly<Record<string, number>>;
}

const folder = new URL('../fixtures/pins/', import.meta.url);

async function modelOf(name: string): Promise<Definitions> {
  const document = await open(name, readFileSync(new URL(name, folder)), noFiles);
  if (!isWhole(document)) throw new Error(`${name}: ${document.problems[0]?.message}`);
  return document.definitions;
}

function cornersOf(diagrams: readonly BPMNDiagram[]): Map<string, { x: number; y: number }> {
  const shapes = diagrams
    .flatMap(({ plane }) => plane?.planeElement ?? [])
    .filter((element) => is(element, 'bpmndi:BPMNShape'));
  return new Map(
    shapes.map(({ bpmnElement, bounds }) => [bpmnElement?.id ?? '', { x: bounds?.x ?? 0, y: bounds?.y ?? 0 }]),
  );
}

it.each(readdirSync(folder))('%s', async (name) => {
  const before = await modelOf(`${name}/before.procedo`);
  before.set('diagrams', layout(before).value);
  const { value } = layout(await modelOf(`${name}/after.procedo`), drawingOf(before));
  const {
    still = [],
    right = {},
    ...facts
  }: PinnedFacts = JSON.parse(readFileSync(new URL(`${name}/facts.json`, folder), 'utf8'));
  expect(factsOf(value, facts)).toEqual(facts);
  const [old, now] = [cornersOf(before.diagrams), cornersOf(value)];
  expect(still.map((id) => [id, now.get(id)])).toEqual(still.map((id) => [id, old.get(id)]));
  const moved = Object.keys(right).map((id) => [id, (now.get(id)?.x ?? 0) - (old.get(id)?.x ?? 0)]);
  expect(Object.fromEntries(moved)).toEqual(right);
  expect(value.flatMap(defectsOf)).toEqual([]);
});
