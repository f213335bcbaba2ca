import { type DefinitionsObject, type DiagramObject, type ModdleObject, ownedBy } from './moddle.ts';

/**
 * The diagrams that are drawn together: one, and behind it those of the sub-processes inside of what it shows, which a
 * person steps into. Of several diagrams of one sub-process the first counts, as in bpmn-js's import.
 */
export function drawnTogether(definitions: DefinitionsObject, diagram: DiagramObject): DiagramObject[] {
  const shown = new Map([[diagram.plane?.bpmnElement, diagram]]);
  for (const other of definitions.diagrams ?? []) {
    const element = other.plane?.bpmnElement;
    if (element && !shown.has(element) && isInside(element, diagram.plane?.bpmnElement, definitions)) {
      shown.set(element, other);
    }
  }
  return [...shown.values()];
}

/**
 * Whether a diagram is one to step into, not one to choose: it shows a sub-process, and another diagram draws that
 * sub-process as a shape.
 */
export function isSteppedInto(diagram: DiagramObject, definitions: DefinitionsObject): boolean {
  const element = diagram.plane?.bpmnElement;
  return (
    element?.$instanceOf('bpmn:SubProcess') === true &&
    (definitions.diagrams ?? []).some(
      (other) => other !== diagram && other.plane?.planeElement?.some((di) => di.bpmnElement === element),
    )
  );
}

/** Whether `element` is a part of the processes that a plane with `shown` is about; it may be one of them. */
function isInside(element: ModdleObject, shown: ModdleObject | undefined, definitions: DefinitionsObject): boolean {
  const shownRoot = shown && rootOf(shown);
  const collaboration = ownedBy(definitions, 'rootElements').find(
    (root) => root.$instanceOf('bpmn:Collaboration') && (root === shownRoot || processesOf(root).includes(shownRoot)),
  );
  const roots = collaboration ? [collaboration, ...processesOf(collaboration)] : [shownRoot];
  return roots.includes(rootOf(element));
}

function processesOf(collaboration: ModdleObject): unknown[] {
  return ownedBy(collaboration, 'participants').map((participant) => Reflect.get(participant, 'processRef'));
}

/** The process (or collaboration) that an element is in. */
function rootOf(element: ModdleObject): ModdleObject {
  let root = element;
  while (root.$parent && !root.$parent.$instanceOf('bpmn:Definitions')) {
    root = root.$parent;
  }
  return root;
}
