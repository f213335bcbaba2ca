import type { DiagramName } from '../src/protocol/server.ts';
import type { DrawingViewer, ReadModel } from './drawing-services.ts';
import type { Notation, Notations } from './notation.ts';
import type { Findable } from './search.ts';

/** The texts of a document, by notation. */
export type Texts = Readonly<Record<DiagramName['notation'], string>>;

/** What is drawn in the diagrams that are not on the screen, to be found by its label. Nothing of it is drawn for that. */
export class Elsewhere {
  readonly #notations: Notations;
  readonly #viewer: DrawingViewer;
  /** The last model of each notation, which is asked for at every letter. */
  readonly #read = new Map<Notation, { readonly text: string; readonly model: Promise<ReadModel> }>();

  constructor(notations: Notations, viewer: DrawingViewer) {
    this.#notations = notations;
    this.#viewer = viewer;
  }

  /** All that has something written on it in these diagrams, each element once, with the first diagram that shows it. */
  async findables(diagrams: readonly DiagramName[], texts: Texts): Promise<Findable[]> {
    const found = new Map<string, Findable>();
    for (const diagram of diagrams) {
      const notation = await this.#notations.get(diagram.notation, this.#viewer);
      // Of what cannot be read the page tells where it is to be drawn; nothing is found in it.
      const model = await this.#model(notation, texts[diagram.notation]).catch(() => undefined);
      for (const each of model ? inDiagram(diagram, notation, model) : [])
        if (!found.has(each.id)) found.set(each.id, each);
    }
    return [...found.values()];
  }

  #model(notation: Notation, text: string): Promise<ReadModel> {
    const known = this.#read.get(notation);
    if (known?.text === text) return known.model;
    const model = notation.read(text);
    this.#read.set(notation, { text, model });
    return model;
  }
}

function inDiagram(diagram: DiagramName, notation: Notation, { rootElement }: ReadModel): Findable[] {
  const [drawn] = notation.diagrams(rootElement).filter(({ id }) => id === diagram.id);
  const together = drawn ? notation.drawnTogether(rootElement, drawn) : [];
  return together.flatMap((one) =>
    notation.shown(one).flatMap((businessObject) => {
      const label = notation.labelText({ businessObject }).trim();
      const { id = '' } = businessObject;
      return label === '' || id === '' ? [] : [{ id, label, kind: notation.kind({ businessObject }), diagram }];
    }),
  );
}
