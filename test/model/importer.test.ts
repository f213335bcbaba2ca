/** bpmn-js's own importer takes our objects as it takes moddle's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BpmnTreeWalker from 'bpmn-js/lib/import/BpmnTreeWalker.js';
// @ts-expect-error bpmn-moddle tells no types
import { BpmnModdle } from 'bpmn-moddle';
import { expect, it } from 'vitest';
import { type ModelElement, readModel } from '../../src/model/index.ts';

interface Drawn {
  readonly id: string;
  readonly $type: string;
}

/** What the walker visits, as the importer of bpmn-js would draw it. */
function visited(definitions: unknown): string[] {
  const found: string[] = [];
  const visit = (element: Drawn, di: Drawn): string => {
    found.push(`${element.$type} ${element.id} ${di?.$type} ${di?.id}`);
    return element.id;
  };
  const error = (message: string, { element }: { element?: Drawn } = {}): number =>
    found.push(`error ${element?.id} ${message}`);
  // Its types know the first argument only.
  const walker = Reflect.construct(BpmnTreeWalker, [{ root: visit, element: visit, error }, (text: string) => text]);
  walker.handleDefinitions(definitions);
  return found;
}

it('the walker of bpmn-js finds the same in our objects as in moddle’s', async () => {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/model/kept/everything-drawn.bpmn'), 'utf8');
  const moddle = new BpmnModdle();
  const { rootElement } = await moddle.fromXML(text);
  const ours = visited(readModel(text).definitions as ModelElement);
  expect(ours.length).toBeGreaterThan(12);
  expect(ours).toEqual(visited(rootElement));
});
