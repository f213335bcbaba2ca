import type { Problem } from '../base/problem.ts';
import type { Model } from '../language/index.ts';
import { drawingSignature, LayoutCache, type LayoutFile } from '../layout/index.ts';
import { type Compiled, compile } from '../mapping/index.ts';
import { type Definitions, elementsById, writeModel } from '../model/index.ts';
import { keptPins } from './kept-beside.ts';
import type { LivePartMaker } from './live-road.ts';
import { drawAll } from './outputs.ts';

interface Drawing {
  readonly signature: string;
  readonly kept: LayoutFile;
  /** Its scopes, for the next drawing. */
  readonly cache: LayoutCache;
  readonly problems: readonly Problem[];
  /** The model that has it. */
  definitions: Definitions;
}

/** The processes of open texts, and what goes with them: compiled, drawn and written. */
export class LiveProcesses implements LivePartMaker {
  /** The last drawing of each document, by URI: where only words changed it is drawn on. */
  readonly #drawings = new Map<string, Drawing>();

  make(uri: string, root: Model, kept: LayoutFile) {
    const { value, problems } = compile(root, kept);
    const { definitions, sourceMap, idOfKey } = value;
    const drawing = this.#draw(uri, value, kept);
    const xml = definitions.diagrams.length > 0 ? writeModel(definitions) : '';
    return { definitions, sourceMap, idOfKey, xml, problems: [...problems, ...drawing.problems] };
  }

  forget(uri: string): void {
    this.#drawings.delete(uri);
  }

  #draw(uri: string, compiled: Compiled, kept: LayoutFile): Drawing {
    const { definitions } = compiled;
    const signature = drawingSignature(definitions);
    const last = this.#drawings.get(uri);
    if (last?.signature === signature && last.kept === kept) {
      moveDrawing(last.definitions, definitions);
      last.definitions = definitions;
      return last;
    }
    const pins = keptPins(kept, [compiled]);
    const cache = last?.cache ?? new LayoutCache();
    const drawn = drawAll(definitions, pins.value, cache);
    const drawing = { signature, kept, cache, definitions, problems: drawn };
    this.#drawings.set(uri, drawing);
    return drawing;
  }
}

/** Hands the drawing of one model on to another that has the same elements. */
function moveDrawing(from: Definitions, to: Definitions): void {
  const elements = elementsById(to);
  const { diagrams } = from;
  const shows = (shown: { id?: string } | undefined) => elements.get(shown?.id ?? '');
  for (const { plane } of diagrams) {
    plane?.set('bpmnElement', shows(plane.bpmnElement));
    for (const shape of plane?.planeElement ?? [])
      shape.set('bpmnElement', shows(shape.get('bpmnElement') as { id?: string }));
  }
  from.set('diagrams', []);
  to.set('diagrams', diagrams);
}
