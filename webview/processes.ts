import BpmnTreeWalker from 'bpmn-js/lib/import/BpmnTreeWalker';
import { isExpanded } from 'bpmn-js/lib/util/DiUtil';
import { getLabel, isLabelExternal } from 'bpmn-js/lib/util/LabelUtil';
import type { ValueEdit } from './differences.ts';
import { type DrawingViewer, type Drawn, planeId, type ReadModel } from './drawing-services.ts';
import { drawnTogether, isSteppedInto } from './drawn-together.ts';
import {
  completeBounds,
  type DefinitionsObject,
  type DiagramObject,
  type DrawnObject,
  isModdleObject,
  type ModdleObject,
  ownedBy,
  referencedId,
  type Waypoint,
} from './moddle.ts';
import type { LabelBefore, Notation, Visitor } from './notation.ts';
import { sameLook } from './same-look.ts';
import { inWords, nameOf } from './spoken-name.ts';
import type { ElementsById } from './touch-up.ts';

/** BPMN, as bpmn-js reads and draws it. */
export class Processes implements Notation {
  readonly name = 'bpmn';
  readonly drawnTogether = drawnTogether;
  readonly isSteppedInto = isSteppedInto;
  readonly #viewer: DrawingViewer;
  #elementsById: ElementsById = {};

  constructor(viewer: DrawingViewer) {
    this.#viewer = viewer;
  }

  async read(xml: string): Promise<ReadModel> {
    const model = await this.#viewer.get('moddle').fromXML(xml, 'bpmn:Definitions');
    completeBounds(this.diagrams(model.rootElement).flatMap(({ plane }) => plane?.planeElement ?? []));
    return model;
  }

  diagrams({ diagrams = [] }: DefinitionsObject): readonly DiagramObject[] {
    return diagrams.filter(({ plane }) => plane);
  }

  shown({ plane }: DiagramObject): readonly ModdleObject[] {
    return (plane?.planeElement ?? []).flatMap(({ bpmnElement }) => bpmnElement ?? []);
  }

  /** bpmn-js gives each collapsed sub-process a plane that has none in the file. */
  prepare(definitions: DefinitionsObject): void {
    this.#viewer.get('eventBus').fire('import.render.start', { definitions });
  }

  async import(definitions: DefinitionsObject, diagram: DiagramObject): Promise<void> {
    await this.#viewer.importDefinitions(definitions, diagram);
  }

  followedPlane({ plane }: DiagramObject): string | undefined {
    const isFollowed = (plane?.planeElement ?? []).every((di) => di.bpmnElement?.id !== undefined);
    return isFollowed && plane?.bpmnElement?.id !== undefined ? planeId(plane.bpmnElement) : undefined;
  }

  /** What the walker finds wrong in the model it leaves out, as the import does. */
  walk(definitions: DefinitionsObject, diagrams: readonly DiagramObject[], visitor: Visitor): void {
    const walker = new BpmnTreeWalker({
      root: (semantic: ModdleObject, di: DrawnObject) => visitor.root(semantic, di),
      element: (semantic: ModdleObject, di: DrawnObject, parent: Drawn) => visitor.element(semantic, di, parent),
      error: () => undefined,
    });
    for (const diagram of diagrams) {
      walker.handleDefinitions(definitions, diagram);
    }
  }

  add(semantic: ModdleObject, di: DrawnObject, parent: Drawn): Drawn {
    return this.#viewer.get('bpmnImporter').add(semantic, di, parent);
  }

  anchors(semantic: ModdleObject): readonly string[] {
    const owner = semantic.$parent?.id ?? '';
    if (semantic.$instanceOf('bpmn:DataInputAssociation')) {
      return [ownedBy(semantic, 'sourceRef')[0]?.id ?? '', owner];
    }
    if (semantic.$instanceOf('bpmn:DataOutputAssociation')) {
      return [owner, referencedId(semantic, 'targetRef')];
    }
    if (semantic.$instanceOf('bpmn:BoundaryEvent')) {
      return [referencedId(semantic, 'attachedToRef')];
    }
    const connections = ['bpmn:SequenceFlow', 'bpmn:MessageFlow', 'bpmn:Association'];
    return connections.some((type) => semantic.$instanceOf(type))
      ? [referencedId(semantic, 'sourceRef'), referencedId(semantic, 'targetRef')]
      : [];
  }

  isBehind(semantic: ModdleObject): boolean {
    return semantic.$instanceOf('bpmn:Lane');
  }

  fits(drawn: Drawn, semantic: ModdleObject, di: DrawnObject): boolean {
    const isOtherwiseExpanded = !drawn.waypoints && drawn.collapsed === isExpanded(semantic as never, di);
    if (isOtherwiseExpanded || isWhereItStands(semantic)) {
      return false;
    }
    const isAt = (end: Drawn | undefined, property: string) =>
      end === this.#viewer.get('elementRegistry').get(referencedId(semantic, property));
    return drawn.waypoints
      ? isAt(drawn.source, 'sourceRef') && isAt(drawn.target, 'targetRef')
      : isAt(drawn.host, 'attachedToRef');
  }

  looksLike(drawn: Drawn, semantic: ModdleObject, di: DrawnObject): boolean {
    return sameLook(drawn.businessObject, semantic) && sameLook(drawn.di, di);
  }

  /** Its name, an annotation's text, a group's category. */
  labelText(element: Pick<Drawn, 'businessObject'>): string {
    return String(getLabel(element as never) ?? '');
  }

  hasOutsideLabel({ businessObject }: Drawn): boolean {
    return isLabelExternal(businessObject as never);
  }

  addLabel(element: Drawn): void {
    if (this.labelText(element)) {
      this.#viewer.get('bpmnImporter').addLabel(element.businessObject, element.di, element);
    }
  }

  /** The size of a label follows its text within the width that the file gives it. */
  labelPlace(element: Drawn, _label: Drawn, { text, bounds: before }: LabelBefore): Waypoint | undefined {
    const bounds = element.di.label?.bounds;
    const hasSameSize = before?.width === bounds?.width && before?.height === bounds?.height;
    return hasSameSize && text === this.labelText(element) ? bounds : undefined;
  }

  calledName({ businessObject }: Drawn): string {
    const called: unknown = Reflect.get(businessObject, 'calledElement');
    return typeof called === 'string' ? nameOf(called, this.#elementsById) : '';
  }

  kind({ businessObject }: Pick<Drawn, 'businessObject'>): string {
    return inWords(businessObject.$type);
  }

  find(id: string): readonly Drawn[] {
    const element = this.#viewer.get('elementRegistry').get(id);
    return element?.parent ? [element] : [];
  }

  idOf({ id }: Drawn): string {
    return id;
  }

  placeKey(element: Drawn): string {
    return this.idOf(element);
  }

  touched(owner: DrawnObject, part: ValueEdit['part']): readonly Drawn[] | undefined {
    const isShape = part !== 'element';
    const semantic = isShape ? owner.bpmnElement : owner;
    const drawn = isModdleObject(semantic) ? this.#viewer.get('elementRegistry').get(semantic.id ?? '') : undefined;
    const isIt = drawn && (isShape ? drawn.di === owner : drawn.businessObject === owner);
    return isIt && !isWhereItStands(drawn.businessObject) ? [drawn] : undefined;
  }

  drawn({ elementsById }: ReadModel): void {
    this.#elementsById = elementsById;
  }
}

/** Whether the shape around it or the plane is its parent depends on where it stands: that is the importer's to say. */
function isWhereItStands(semantic: ModdleObject): boolean {
  return semantic.$instanceOf('bpmn:DataStoreReference') || semantic.$instanceOf('bpmn:DataAssociation');
}
