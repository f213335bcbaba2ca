import DrawModule from 'cmmn-js/lib/draw/index.js';
import CmmnTreeWalker from 'cmmn-js/lib/import/CmmnTreeWalker.js';
import ImportModule from 'cmmn-js/lib/import/index.js';
import { isCollapsed, isStandardEventVisible } from 'cmmn-js/lib/util/DiUtil.js';
import { getExternalLabelBounds, hasExternalLabel } from 'cmmn-js/lib/util/LabelUtil.js';
import { getName, getStandardEvent, isCasePlanModel } from 'cmmn-js/lib/util/ModelUtil.js';
import CmmnModdle from 'cmmn-moddle';
import type { ValueEdit } from '../differences.ts';
import type { DrawingViewer, Drawn, EventBus, ReadModel } from '../drawing-services.ts';
import { completeBounds, type DrawnObject, type ModdleObject, type Waypoint } from '../moddle.ts';
import type { LabelBefore, Notation, Visitor } from '../notation.ts';
import { inWords, nameOf } from '../spoken-name.ts';
import type { ElementsById } from '../touch-up.ts';
import { unseen } from '../unseen.ts';
import { lookOf } from './case-look.ts';
import { type CaseDefinitions, type CaseDi, type CaseDiagram, endsOf, isEdge, objectOf } from './case-objects.ts';
import { partsByCase } from './parts-by-case.ts';
import { type Showing, showing } from './showing.ts';
import { shownBy } from './shown-by.ts';

/** cmmn-js's importer. */
interface Importer {
  root(diagram: object): Drawn;
  add(semantic: ModdleObject, parent: Drawn | undefined): Drawn;
  addLabel(semantic: ModdleObject, element: Drawn): Drawn;
}

/** CMMN, as cmmn-js reads and draws it, on the canvas of bpmn-js: its importer and renderer, without the rest of its old viewer. */
export class Cases implements Notation {
  readonly name = 'cmmn';
  readonly #viewer: DrawingViewer;
  readonly #moddle = new CmmnModdle();
  readonly #importer: Importer;
  #definitions: CaseDefinitions | undefined;
  #elementsById: ElementsById = {};
  #shownBy: ReadonlyMap<string, readonly Drawn[]> | undefined;
  #showing: Showing | undefined;

  constructor(viewer: DrawingViewer) {
    this.#viewer = viewer;
    // Names that both have (`pathMap`) mean cmmn-js's own in here.
    const services = viewer
      .get('injector')
      .createChild([DrawModule, ImportModule, { eventBus: ['value', lateBus(viewer)] }]);
    services.get('cmmnRenderer');
    this.#importer = services.get('cmmnImporter') as Importer;
  }

  async read(xml: string): Promise<ReadModel> {
    const model = await this.#parsed(xml);
    completeBounds(this.diagrams(model.rootElement).flatMap(({ diagramElements = [] }) => diagramElements));
    return model;
  }

  #parsed(xml: string): Promise<ReadModel> {
    return new Promise((resolve, reject) => {
      this.#moddle.fromXML(xml, 'cmmn:Definitions', (error, rootElement, { elementsById }) =>
        error ? reject(error) : resolve({ rootElement, elementsById } as ReadModel),
      );
    });
  }

  diagrams({ CMMNDI }: CaseDefinitions): readonly CaseDiagram[] {
    return CMMNDI?.diagrams ?? [];
  }

  drawnTogether(_definitions: CaseDefinitions, diagram: CaseDiagram): readonly CaseDiagram[] {
    return [diagram];
  }

  shown({ diagramElements = [] }: CaseDiagram): readonly ModdleObject[] {
    return diagramElements.flatMap(({ cmmnElementRef }) => cmmnElementRef ?? []);
  }

  isSteppedInto(): boolean {
    return false;
  }

  prepare(): void {
    // cmmn-js makes nothing ready.
  }

  async import(definitions: CaseDefinitions, diagram: CaseDiagram): Promise<void> {
    const visitor: Visitor = {
      root: (semantic, di) => {
        const root = this.#importer.root(semantic);
        root.di = di;
        return root;
      },
      element: (semantic, di, parent) => this.add(semantic, di, parent),
    };
    unseen(this.#viewer, () => this.walk(definitions, [diagram], visitor));
  }

  followedPlane({ id, diagramElements = [] }: CaseDiagram): string | undefined {
    const isFollowed = diagramElements.every((di) => (isEdge(di) ? di : di.cmmnElementRef)?.id !== undefined);
    return isFollowed ? id : undefined;
  }

  walk(_definitions: CaseDefinitions, [diagram]: readonly CaseDiagram[], visitor: Visitor): void {
    if (!diagram) {
      return;
    }
    const root = visitor.root(diagram, diagram);
    const listener = {
      root: () => root,
      // The walker knows no way on where an element cannot be drawn.
      element: (semantic: CaseDi & { readonly di?: CaseDi }, parent: Drawn | undefined) => {
        try {
          return visitor.element(semantic, semantic.di ?? semantic, parent ?? root);
        } catch {
          return undefined;
        }
      },
      addItem: () => undefined,
      error: () => undefined,
    };
    // It notes on the elements where they are drawn, and passes over those that have such a note.
    for (const { cmmnElementRef } of diagram.diagramElements ?? []) {
      if (cmmnElementRef) {
        Reflect.set(cmmnElementRef, 'di', undefined);
      }
    }
    for (const part of partsByCase(diagram)) {
      new CmmnTreeWalker(listener).handleDefinitions({ CMMNDI: { diagrams: [part] } }, part);
    }
  }

  add(semantic: ModdleObject, di: DrawnObject, parent: Drawn): Drawn {
    if (isItem(semantic) && !objectOf(semantic, 'definitionRef')) {
      throw new Error(`${semantic.id} has no definition.`);
    }
    const element = this.#importer.add(semantic, parent);
    for (const drawn of [element, ...element.labels]) {
      drawn.di = di;
    }
    return element;
  }

  anchors(semantic: ModdleObject): readonly string[] {
    const ends = this.#ends(semantic);
    return ends ? [ends.source?.id ?? '', ends.target?.id ?? ''] : hostOf(semantic);
  }

  isBehind(): boolean {
    return false;
  }

  fits(drawn: Drawn, semantic: ModdleObject): boolean {
    if (typeOf(drawn.businessObject) !== typeOf(semantic)) {
      return false;
    }
    const registry = this.#viewer.get('elementRegistry');
    const ends = this.#ends(semantic);
    const isHidden = (element: Drawn | undefined) => element?.hidden === true || element?.collapsed === true;
    if (ends) {
      const [source, target] = [ends.source, ends.target].map((end) => registry.get(end?.id ?? ''));
      const hidden = isHidden(drawn.parent) || source?.hidden === true || target?.hidden === true;
      return drawn.source === source && drawn.target === target && Boolean(drawn.hidden) === hidden;
    }
    const [host] = hostOf(semantic).map((id) => registry.get(id));
    const isAsOpen = drawn.collapsed === isCollapsed(semantic) && Boolean(drawn.hidden) === isHidden(drawn.parent);
    return drawn.host === host && isAsOpen;
  }

  looksLike(drawn: Drawn, semantic: ModdleObject): boolean {
    return lookOf(drawn.businessObject) === lookOf(semantic);
  }

  labelText({ businessObject }: Pick<Drawn, 'businessObject'>): string {
    const event = isStandardEventVisible(businessObject) ? getStandardEvent(businessObject) : undefined;
    const text: unknown = getName(businessObject) ?? Reflect.get(businessObject, 'text');
    return [typeof text === 'string' ? text : '', event ? `[${event}]` : ''].filter((part) => part !== '').join(' ');
  }

  hasOutsideLabel({ businessObject }: Drawn): boolean {
    return hasExternalLabel(businessObject);
  }

  addLabel(element: Drawn): void {
    this.#importer.addLabel(element.businessObject, element).di = element.di;
  }

  /**
   * A label is centred around the middle of where the file puts it, whatever its width. One that is hidden has words all the
   * same, those of the event that is not to be seen: it is made anew.
   */
  labelPlace(element: Drawn, label: Drawn, { text }: LabelBefore): Waypoint | undefined {
    if (label.hidden || text !== this.labelText(element)) {
      return undefined;
    }
    const { x, y, width } = getExternalLabelBounds(element.businessObject, element);
    return { x: Math.ceil(Math.round(x) + Math.round(width) / 2) - Math.ceil(label.width / 2), y };
  }

  calledName({ businessObject }: Drawn): string {
    const definition = objectOf(businessObject, 'definitionRef');
    const called = ['caseRef', 'processRef', 'decisionRef']
      .map((property): unknown => definition && Reflect.get(definition, property))
      .find((id) => typeof id === 'string');
    return typeof called === 'string' ? nameOf(called, this.#elementsById) : '';
  }

  kind({ businessObject }: Pick<Drawn, 'businessObject'>): string {
    const kind = inWords(typeOf(businessObject));
    if (isCasePlanModel(businessObject)) {
      return 'case plan model';
    }
    if (isEdge(businessObject)) {
      return kind === 'association' ? kind : 'connector';
    }
    return businessObject.$instanceOf('cmmn:DiscretionaryItem') ? `discretionary ${kind}` : kind;
  }

  find(id: string): readonly Drawn[] {
    if (!this.#shownBy && this.#definitions) {
      this.#shownBy = shownBy(this.#definitions, this.#viewer);
    }
    return this.#shownBy?.get(id)?.filter(({ parent }) => parent) ?? [];
  }

  idOf({ id, businessObject }: Drawn): string {
    return (isEdge(businessObject) ? objectOf(businessObject, 'cmmnElementRef')?.id : businessObject.id) ?? id;
  }

  /** A connector shows an on-part, or nothing of the model, between two items: `source->target`, the second of such `source->target#2`. */
  placeKey(element: Drawn): string {
    const { source, target } = element;
    if (!source || !target || !isConnector(element)) return this.idOf(element);
    const same = source.outgoing.filter((one) => one.target === target && isConnector(one));
    const place = same.indexOf(element);
    return `${source.id}->${target.id}${place > 0 ? `#${place + 1}` : ''}`;
  }

  /** Its name is also that of the items of a definition, and of the connectors of an on-part. */
  touched(owner: CaseDi, part: ValueEdit['part']): readonly Drawn[] | undefined {
    const registry = this.#viewer.get('elementRegistry');
    // Asked for each value that differs: looked up once for all.
    this.#showing ??= showing(registry.getAll());
    if (part === 'element') {
      return this.#showing.byNamed.get(owner) ?? [];
    }
    const drawn = registry.get((isEdge(owner) ? owner : owner.cmmnElementRef)?.id ?? '');
    // In which frame file items and notes are drawn depends on where both stand: that is the importer's to say.
    const isStill = part === 'label' || isEdge(owner) || this.#showing.staysInFrame;
    return drawn?.di === owner && isStill ? [drawn] : undefined;
  }

  drawn({ rootElement, elementsById }: ReadModel): void {
    this.#definitions = rootElement;
    this.#elementsById = elementsById;
    this.#shownBy = undefined;
    this.#showing = undefined;
  }

  #ends(semantic: ModdleObject): ReturnType<typeof endsOf> | undefined {
    return isEdge(semantic) ? endsOf(semantic) : undefined;
  }
}

function isItem(semantic: ModdleObject): boolean {
  return semantic.$instanceOf('cmmn:PlanItem') || semantic.$instanceOf('cmmn:DiscretionaryItem');
}

/** What an item or an edge stands for. */
function typeOf(semantic: ModdleObject): string {
  const definition = isItem(semantic) ? objectOf(semantic, 'definitionRef') : objectOf(semantic, 'cmmnElementRef');
  return (definition ?? semantic).$type;
}

function isConnector({ businessObject }: Drawn): boolean {
  return isEdge(businessObject) && typeOf(businessObject) !== 'cmmn:Association';
}

/** The id of what a criterion sits on. */
function hostOf(semantic: ModdleObject): readonly string[] {
  return semantic.$instanceOf('cmmn:Criterion') ? [semantic.$parent?.id ?? ''] : [];
}

/** The event bus for who comes when the canvas is there already: they are told so at once. */
function lateBus(viewer: DrawingViewer): EventBus {
  const eventBus = viewer.get('eventBus');
  const svg = viewer.get('canvas').getContainer().querySelector('svg');
  return Object.assign(Object.create(eventBus), {
    on(event: string, ...rest: unknown[]) {
      const listener = rest.at(-1);
      if (event === 'canvas.init' && typeof listener === 'function') {
        listener({ svg });
      } else {
        Reflect.apply(eventBus.on, eventBus, [event, ...rest]);
      }
    },
  });
}
