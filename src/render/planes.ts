import type { Point } from '../base/geometry.ts';
import { missingIn, missingInLabel } from '../base/whole-bounds.ts';
import { type BPMNDiagram, type BPMNPlane, type Definitions, is, type ModelElement } from '../model/index.ts';

/** One picture to draw: what stands on a plane, and what the picture is called. */
export interface PlaneToDraw {
  /** Id of the diagram; of the sub-process if the file has no diagram for its inside. */
  readonly id: string;
  readonly name: string | undefined;
  /** The plane, or a changed view of it; the model itself is never changed. */
  readonly plane: BPMNPlane;
}

type DiagramItem = BPMNPlane['planeElement'][number];

/** A plane that is still being filled. */
interface Draft {
  readonly id: string;
  readonly name: string | undefined;
  /** What the plane shows; undefined if the file does not say. */
  readonly root: ModelElement | undefined;
  /** The plane of the file that the draft is a view of. */
  readonly original: BPMNPlane;
  items: DiagramItem[];
}

/** Where bpmn-js puts the upper left shape of a plane that it makes itself. */
const newPlaneOrigin: Point = { x: 180, y: 160 };

/**
 * All planes of a model as bpmn-js shows them (features/drilldown/SubprocessCompatibility): what older files draw
 * inside a collapsed sub-process stands on a plane of its own, after those of the file.
 */
export function planesToDraw(definitions: Definitions): PlaneToDraw[] {
  const drafts = definitions.diagrams.flatMap((diagram) => draftOf(diagram) ?? []);
  const byRoot = new Map(drafts.flatMap((draft) => (draft.root ? [[draft.root, draft] as const] : [])));
  const made = drafts.flatMap((draft) => takeInsidesOut(draft, byRoot));
  const filled = made.filter((draft) => draft.items.length > 0);
  for (const draft of filled) draft.items = movedToOrigin(draft.items);
  return [...drafts, ...filled].map(({ id, name, root, original, items }) => {
    const view = { bpmnElement: root ?? displayCandidate(definitions), planeElement: items };
    return { id, name, plane: changed(original, view) };
  });
}

function draftOf(diagram: BPMNDiagram): Draft | undefined {
  const { plane, name } = diagram;
  if (!plane) return undefined;
  const id = diagram.id ?? plane.id ?? plane.bpmnElement?.id ?? 'diagram';
  return { id, name, root: plane.bpmnElement, original: plane, items: plane.planeElement.map(withSizes) };
}

/** What a plane shows that does not say what: a process or collaboration, the first one. */
function displayCandidate(definitions: Definitions): ModelElement | undefined {
  return definitions.rootElements.find((each) => is(each, 'bpmn:Process') || is(each, 'bpmn:Collaboration'));
}

/** A view of an item in which neither it nor its label lacks a size. */
function withSizes(item: DiagramItem): DiagramItem {
  if (!is(item, 'bpmndi:BPMNShape') && !is(item, 'bpmndi:BPMNEdge')) return item;
  const own = is(item, 'bpmndi:BPMNShape') ? item.bounds : undefined;
  const { label } = item;
  const bounds = own && completed(own, missingIn(own));
  const labelBounds = label?.bounds && completed(label.bounds, missingInLabel(label.bounds));
  if (bounds === own && labelBounds === label?.bounds) return item;
  return changed(item, { bounds, label: label && changed(label, { bounds: labelBounds }) });
}

function completed<B extends object>(bounds: B, missing: object | undefined): B {
  return missing ? changed(bounds, { ...missing }) : bounds;
}

/** Moves what lies inside collapsed sub-processes to their planes; returns the planes that had to be made for it. */
function takeInsidesOut(draft: Draft, byRoot: Map<ModelElement, Draft>): Draft[] {
  const collapsed = new Set(draft.items.flatMap((item) => collapsedSubProcess(item) ?? []));
  const made: Draft[] = [];
  for (const subProcess of collapsed) {
    if (byRoot.has(subProcess)) continue;
    const name = subProcess.get('name');
    const inside: Draft = {
      id: String(subProcess.get('id')),
      name: typeof name === 'string' ? name : undefined,
      root: subProcess,
      original: draft.original,
      items: [],
    };
    byRoot.set(subProcess, inside);
    made.push(inside);
  }
  const staying: DiagramItem[] = [];
  for (const item of draft.items) {
    const inside = planeInside(item, draft, collapsed);
    (inside ? (byRoot.get(inside)?.items ?? staying) : staying).push(item);
  }
  draft.items = staying;
  return made;
}

function collapsedSubProcess(item: DiagramItem): ModelElement | undefined {
  const element = elementOf(item);
  return element && is(element, 'bpmn:SubProcess') && !item.get('isExpanded') ? element : undefined;
}

/** The collapsed sub-process that an item of a plane lies in. */
function planeInside(item: DiagramItem, draft: Draft, collapsed: ReadonlySet<ModelElement>): ModelElement | undefined {
  const element = elementOf(item);
  const parent = element?.$parent;
  if (!element || !parent || !is(parent, 'bpmn:SubProcess') || parent === draft.root) return undefined;
  // Data associations are children of an activity, but lines outside of it.
  if (is(element, 'bpmn:DataAssociation')) return undefined;
  for (let ancestor: ModelElement | undefined = parent; ancestor; ancestor = ancestor.$parent) {
    if (collapsed.has(ancestor)) return ancestor;
  }
  return undefined;
}

function elementOf(item: DiagramItem): ModelElement | undefined {
  return is(item, 'bpmndi:BPMNShape') || is(item, 'bpmndi:BPMNEdge') ? item.bpmnElement : undefined;
}

/** Views of the items, moved so that the shapes begin where bpmn-js begins. Labels stay, as they do in bpmn-js. */
function movedToOrigin(items: readonly DiagramItem[]): DiagramItem[] {
  const shapes = items.flatMap((item) => (is(item, 'bpmndi:BPMNShape') && item.bounds ? [item.bounds] : []));
  const left = Math.min(...shapes.map((bounds) => bounds.x));
  const top = Math.min(...shapes.map((bounds) => bounds.y));
  const moved = <P extends Point & object>(point: P): P =>
    changed(point, { x: point.x - left + newPlaneOrigin.x, y: point.y - top + newPlaneOrigin.y });
  return items.map((item) => {
    if (is(item, 'bpmndi:BPMNEdge')) return changed(item, { waypoint: item.waypoint.map(moved) });
    if (is(item, 'bpmndi:BPMNShape') && item.bounds) return changed(item, { bounds: moved(item.bounds) });
    return item;
  });
}

/**
 * A view of a model element in which some properties differ. Its methods still see the element itself, so `get` does not
 * know of the changes; bpmn-js reads these properties by their names.
 */
function changed<T extends object>(original: T, properties: Readonly<Record<PropertyKey, unknown>>): T {
  return new Proxy(original, {
    get(target, name) {
      if (Object.hasOwn(properties, name)) return properties[name];
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
