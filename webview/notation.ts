import type { Notation as NotationName } from '../src/protocol/server.ts';
import type { ValueEdit } from './differences.ts';
import type { DrawingViewer, Drawn, ReadModel } from './drawing-services.ts';
import type { DefinitionsObject, DiagramObject, DrawnObject, ModdleObject, Waypoint } from './moddle.ts';

/** What a walk over a model tells of: the plane of a diagram, then what is drawn in it, parents and ends before who needs them. */
export interface Visitor {
  root(semantic: ModdleObject, di: DrawnObject): Drawn;
  /** Throws where the element cannot be drawn: then the walk goes on without it. */
  element(semantic: ModdleObject, di: DrawnObject, parent: Drawn): Drawn;
}

/** What is written outside of an element before its model changes: the text, and where the file puts it. */
export interface LabelBefore {
  readonly text: string;
  readonly bounds: DrawnObject['bounds'];
}

/**
 * All that differs for this page between processes and cases: how a model is read and drawn, and what its elements are called.
 * Both are drawn on the same canvas, so everything else is the same for both.
 */
export interface Notation {
  readonly name: NotationName;

  /** Reads a model; rejects where the text is none. */
  read(xml: string): Promise<ReadModel>;
  diagrams(definitions: DefinitionsObject): readonly DiagramObject[];
  /** The diagrams that are drawn together with one: itself, and those that a person steps into from it. */
  drawnTogether(definitions: DefinitionsObject, diagram: DiagramObject): readonly DiagramObject[];
  /** The elements of the model that a diagram shows. */
  shown(diagram: DiagramObject): readonly ModdleObject[];
  /** Whether a diagram is one to step into rather than one to choose. */
  isSteppedInto(diagram: DiagramObject, definitions: DefinitionsObject): boolean;
  /** Makes ready what an import makes ready before it walks. */
  prepare(definitions: DefinitionsObject): void;
  /** Draws a diagram on the empty canvas. */
  import(definitions: DefinitionsObject, diagram: DiagramObject): Promise<void>;

  /** The id of the plane that a diagram is drawn in; undefined where something in it has no id, so that it cannot be followed. */
  followedPlane(diagram: DiagramObject): string | undefined;
  /** Walks the diagrams as an import does, in its order. */
  walk(definitions: DefinitionsObject, diagrams: readonly DiagramObject[], visitor: Visitor): void;
  add(semantic: ModdleObject, di: DrawnObject, parent: Drawn): Drawn;
  /** Ids of what must be drawn before an element: the ends of a connection, the host of what sits on a border. */
  anchors(semantic: ModdleObject): readonly string[];
  /** Whether an element is drawn behind its siblings. */
  isBehind(semantic: ModdleObject): boolean;
  /** Whether what is drawn under the id of an element, of its type and in its parent, may stand for it: its ends and its host are the same. */
  fits(drawn: Drawn, semantic: ModdleObject, di: DrawnObject): boolean;
  /** Whether the element would look as it does under its model now, places aside. */
  looksLike(drawn: Drawn, semantic: ModdleObject, di: DrawnObject): boolean;

  /** The text drawn for an element; '' where there is none. */
  labelText(element: Pick<Drawn, 'businessObject'>): string;
  /** Whether an element has its label outside, as an element of its own. */
  hasOutsideLabel(element: Drawn): boolean;
  addLabel(element: Drawn): void;
  /** Where the outside label of an element belongs, if it only has to be moved there; undefined if it is another. */
  labelPlace(element: Drawn, label: Drawn, before: LabelBefore): Waypoint | undefined;
  /** The name (else the id) of what an element calls; '' where the model does not say it. */
  calledName(element: Drawn): string;
  /** What an element is, in words, as in "user task". */
  kind(element: Pick<Drawn, 'businessObject'>): string;

  /** What is drawn for an element of the model, which may be only a part of what is drawn. */
  find(id: string): readonly Drawn[];
  /** The id in the model of what is drawn. */
  idOf(element: Drawn): string;
  /** By what the layout file knows the place of what is drawn: its id in the model or, as two lines may stand for one thing, its ends. */
  placeKey(element: Drawn): string;
  /**
   * What shows a value of an element, or of the shape or edge that it belongs to; undefined where more than that may change
   * with it.
   */
  touched(owner: ModdleObject, part: ValueEdit['part']): readonly Drawn[] | undefined;
  /** The model on the screen is this one now, or has other ids. */
  drawn(model: ReadModel): void;
}

/** The notations that the page can draw, and the one of what is on the screen. */
export class Notations {
  readonly #known = new Map<NotationName, Notation>();
  #current: Notation | undefined;

  /** That of the picture on the screen; at first that of processes. */
  get current(): Notation {
    if (!this.#current) {
      throw new Error('There is no notation yet.');
    }
    return this.#current;
  }

  set current(notation: Notation) {
    this.#known.set(notation.name, notation);
    this.#current = notation;
  }

  /** Cases come with a file of their own, loaded when the first is shown. */
  async get(name: NotationName, viewer: DrawingViewer): Promise<Notation> {
    const known = this.#known.get(name);
    if (known) {
      return known;
    }
    const { Cases } = await import('./cases/cases.ts');
    const cases = new Cases(viewer);
    this.#known.set(name, cases);
    return cases;
  }
}
