import type { DrawingViewer, Drawn } from './drawing-services.ts';

/**
 * Puts the labels in front of all else in their plane, in the order of their elements, so that one that a hand has put onto a shape
 * can be read, and taken hold of again. bpmn-js's Modeler does so with what is moved in it; its importer, which draws what the file
 * says, leaves each label behind all that comes after its element.
 */
export function labelsInFront(viewer: DrawingViewer): void {
  for (const plane of viewer.get('canvas').getRootElements()) {
    const labels = labelsIn(plane);
    const children = plane.children ?? [];
    const first = children.length - labels.length;
    if (labels.some((label, i) => children[first + i] !== label)) {
      for (const label of labels.filter(({ parent }) => parent !== plane)) {
        label.parent = plane;
      }
      const places = new Map(labels.map((label, i) => [label, i]));
      const placeOf = (child: Drawn) => places.get(child) ?? -1;
      children.sort((a, b) => placeOf(a) - placeOf(b));
      viewer.get('graphicsFactory').updateContainments(labels.slice(0, 1));
    }
  }
}

function labelsIn(parent: Drawn, found: Drawn[] = []): Drawn[] {
  for (const child of parent.children ?? []) {
    found.push(...child.labels);
    labelsIn(child, found);
  }
  return found;
}
