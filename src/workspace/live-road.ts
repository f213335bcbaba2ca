/** The road for an editor: the model of an open text, made once per version. */
import type { LangiumDocument } from 'langium';
import type { Problem } from '../base/problem.ts';
import type { Model } from '../language/index.ts';
import { drawingSignature, LayoutCache, type LayoutFile, noLayoutFile } from '../layout/index.ts';
import { type Compiled, compile, type SourceMap } from '../mapping/index.ts';
import { type BPMNDiagram, type Definitions, elementsById, writeModel } from '../model/index.ts';
import { keptPins } from './kept-beside.ts';
import { drawAll, type Notation } from './outputs.ts';

/** What an editor shows of one version of a document. */
export interface LiveModel {
  readonly version: number;
  /** BPMN XML with a drawing of all that could be made; '' where there is nothing to draw. */
  readonly xml: string;
  /** CMMN XML with a drawing of its cases; '' where there are none. */
  readonly caseXml: string;
  readonly definitions: Definitions;
  readonly sourceMap: SourceMap;
  /** Problems that only the model shows; those of the text come from the language. */
  readonly problems: readonly Problem[];
  readonly diagrams: readonly DrawnDiagram[];
}

/** A drawing that a person can choose. */
export interface DrawnDiagram {
  readonly id: string;
  readonly name: string;
  readonly notation: Notation;
}

interface Drawing {
  readonly signature: string;
  readonly kept: LayoutFile;
  /** Its scopes, for the next drawing. */
  readonly cache: LayoutCache;
  readonly problems: readonly Problem[];
  /** The model that has it. */
  definitions: Definitions;
}

/** Compiles and draws open texts. A document is made once, until it or a file that it refers to changes. */
export class LiveRoad {
  readonly #made = new WeakMap<Model, LiveModel & { readonly kept: LayoutFile }>();
  /** The last drawing of each document, by URI: where only words changed it is drawn on. */
  readonly #drawings = new Map<string, Drawing>();

  /**
   * The model of a linked document; parts of it that are half-typed are left out.
   * @param kept what the layout file beside it keeps
   */
  compiled(document: LangiumDocument, kept: LayoutFile = noLayoutFile): LiveModel {
    const root = document.parseResult.value as Model;
    let made = this.#made.get(root);
    if (made?.kept !== kept) {
      made = { ...this.#make(document, root, kept), kept };
      this.#made.set(root, made);
    }
    return made;
  }

  #make(document: LangiumDocument, root: Model, kept: LayoutFile): LiveModel {
    const { value, problems } = compile(root, kept);
    const { definitions, sourceMap } = value;
    const drawing = this.#draw(document.uri.toString(), value, kept);
    const diagrams = definitions.diagrams.map(
      (diagram): DrawnDiagram => ({ id: diagram.id ?? '', name: diagramName(diagram), notation: 'bpmn' }),
    );
    const xml = diagrams.length > 0 ? writeModel(definitions) : '';
    const { version } = document.textDocument;
    return {
      version,
      xml,
      caseXml: '',
      definitions,
      sourceMap,
      problems: [...problems, ...drawing.problems],
      diagrams,
    };
  }

  #draw(uri: string, { definitions, idOfKey }: Compiled, kept: LayoutFile): Drawing {
    const signature = drawingSignature(definitions);
    const last = this.#drawings.get(uri);
    if (last?.signature === signature && last.kept === kept) {
      moveDrawing(last.definitions, definitions);
      last.definitions = definitions;
      return last;
    }
    const pins = keptPins(kept, definitions, idOfKey);
    const cache = last?.cache ?? new LayoutCache();
    const drawn = drawAll(definitions, pins.value, cache);
    const drawing = { signature, kept, cache, definitions, problems: [...pins.problems, ...drawn] };
    this.#drawings.set(uri, drawing);
    return drawing;
  }

  /** Lets go of the drawing of a document that nobody looks at any more. @param uri as the document gives it */
  forget(uri: string): void {
    this.#drawings.delete(uri);
  }

  /** Its names were resolved anew: what it refers to in other files may have changed, though its own text has not. */
  relinked(document: LangiumDocument): void {
    this.#made.delete(document.parseResult.value as Model);
  }
}

/** What a person calls a drawing: its own name, or that of what it shows. */
export function diagramName(diagram: BPMNDiagram): string {
  const shown = diagram.plane?.bpmnElement;
  return diagram.name || (shown?.get('name') as string | undefined) || shown?.id || diagram.id || '';
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
