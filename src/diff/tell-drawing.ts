/** One sentence on the drawing, if what is in both models is drawn elsewhere or looks different. */
import { allElements, is, type ModelElement } from '../model/index.ts';
import type { Told } from './change.ts';
import { elementIn } from './items.ts';
import type { Pairs } from './pairs.ts';
import { printOf } from './print.ts';

/** Nothing is said where one of the models has no drawing: it is drawn when somebody looks at it. */
export function tellDrawing(before: ModelElement, after: ModelElement, pairs: Pairs): Told[] {
  const [ours, theirs] = [drawnIn(before, pairs), drawnIn(after, pairs)];
  if (ours.size === 0 || theirs.size === 0) return [];
  let count = 0;
  for (const [element, looks] of ours) {
    const partner = pairs.afterOf.get(element);
    if (partner && theirs.has(partner) && theirs.get(partner) !== looks) count++;
  }
  if (count === 0) return [];
  const what = count === 1 ? 'one shape or line is' : `${count} shapes and lines are`;
  const sentence = `The drawing changed: ${what} in another place or look${count === 1 ? 's' : ''} different.`;
  return [{ kind: 'drawing', sentence, before: [], after: [] }];
}

/** All that is drawn of a model, each with all its looks as a text, in whichever order the shapes stand. */
function drawnIn(root: ModelElement, pairs: Pairs): Map<ModelElement, string> {
  const drawn = new Map<ModelElement, string[]>();
  for (const diagram of diagramsOf(root)) {
    for (const shape of allElements(diagram)) {
      const element = elementIn(shape, 'bpmnElement') ?? elementIn(shape, 'cmmnElementRef');
      if (!element || is(shape, 'di:Plane')) continue;
      drawn.set(element, [...(drawn.get(element) ?? []), printOf(shape, pairs)]);
    }
  }
  return new Map([...drawn].map(([element, looks]) => [element, looks.sort().join('')]));
}

function diagramsOf(root: ModelElement): readonly ModelElement[] {
  if (is(root, 'bpmn:Definitions')) return root.diagrams;
  return is(root, 'cmmn:Definitions') ? (root.CMMNDI?.diagrams ?? []) : [];
}
