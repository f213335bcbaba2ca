import type { DrawingElement } from './dom/element.ts';
import type { Placed } from './drawing.ts';

/** What diagram-js has drawn, and with which nodes. */
export interface DrawnElements {
  getAll(): readonly Placed[];
  getGraphics(element: Placed): DrawingElement;
}

/**
 * Puts the labels in front of all else, in the order of their elements: one that a hand has put onto a shape can be read. bpmn-js's
 * Modeler does so with what is moved in it; its importer, and that of cmmn-js, leave each label behind all that comes after its element.
 */
export function labelsInFront(layer: DrawingElement, drawn: DrawnElements): void {
  const elements = drawn.getAll();
  const labels = new Map(elements.flatMap((each) => (each.labelTarget ? [[each.labelTarget, each] as const] : [])));
  for (const root of elements.filter(({ parent }) => !parent)) {
    for (const element of inside(root)) {
      const label = labels.get(element);
      // A group of its own, which would also hold what is inside of it.
      const group = label && drawn.getGraphics(label).parentNode;
      if (group) layer.appendChild(group);
    }
  }
}

function inside(parent: Placed, found: Placed[] = []): readonly Placed[] {
  for (const child of parent.children ?? []) {
    found.push(child);
    inside(child, found);
  }
  return found;
}
