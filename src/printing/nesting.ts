/** How deep a model nests: a text takes only so much, and what makes texts descends with it. */
import type { Problem } from '../base/problem.ts';
import { DEEPEST } from '../language/index.ts';
import { childrenOf, type ForeignElement, is, type ModelElement, ownPropertyOf, sourceOf } from '../model/index.ts';

/** What stands deeper in a model than any text nests; undefined where nothing does. */
export function nestedTooDeep(definitions: ModelElement): Problem | undefined {
  let level: ModelElement[] = [definitions];
  for (let depth = 0; level.length > 0; depth++) {
    const inside: ModelElement[] = [];
    for (const element of level) {
      if (depth > DEEPEST) return tooDeep(element, BLOCKS);
      if (depth + foreignDepth(element) > DEEPEST) return tooDeep(element, VENDOR_ELEMENTS);
      for (const child of childrenOf(element)) if (!isDrawing(child)) inside.push(child);
    }
    level = inside;
  }
  return undefined;
}

/** How deep the elements of vendors nest that an element holds. */
function foreignDepth(element: ModelElement): number {
  let level: readonly ForeignElement[] =
    is(element, 'bpmn:ExtensionElements') || is(element, 'cmmn:ExtensionElements') ? element.values : [];
  let depth = 0;
  while (level.length > 0) {
    depth++;
    level = level.flatMap(({ $children }) => $children);
  }
  return depth;
}

function isDrawing(element: ModelElement): boolean {
  return is(element, 'bpmndi:BPMNDiagram') || is(element, 'cmmndi:CMMNDI');
}

const BLOCKS = `What stands here is nested more than ${DEEPEST} deep, and no text nests deeper. Move what is inside into a process of its own, and call that from here.`;
const VENDOR_ELEMENTS = `The vendor elements here are nested more than ${DEEPEST} deep, and no text nests deeper. Take levels away.`;

function tooDeep(element: ModelElement, message: string): Problem {
  const id = ownPropertyOf(element, 'id');
  const range = sourceOf(element);
  return {
    severity: 'error',
    code: 'nested-too-deep',
    message,
    ...(range && { range }),
    ...(typeof id === 'string' && { element: id }),
  };
}
