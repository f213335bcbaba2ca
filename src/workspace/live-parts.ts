import type { Outcome, Problem } from '../base/problem.ts';
import type { Model } from '../language/index.ts';
import { drawingSignature, LayoutCache, type LayoutFile, type Pins } from '../layout/index.ts';
import { compile, compileCases, type SourceMap } from '../mapping/index.ts';
import { type CmmnDefinitions, type Definitions, elementsById, type ModelElement, writeModel } from '../model/index.ts';
import { type KeyedModel, keptPins } from './kept-beside.ts';
import { drawAll, drawCases } from './outputs.ts';

/** What one notation makes of a text. */
export interface LivePart extends KeyedModel {
  readonly sourceMap: SourceMap;
  /** With a drawing; '' where there is nothing to draw. */
  readonly xml: string;
  readonly problems: readonly Problem[];
}

/** What differs between the notations. */
export interface LiveNotation<D> {
  readonly compile: (root: Model, kept: LayoutFile) => Outcome<CompiledAs<D>>;
  /** Lays out; the cache is that of the same document. */
  readonly draw: (definitions: D, pins: Pins, cache: LayoutCache) => readonly Problem[];
  readonly isDrawn: (definitions: D) => boolean;
  /** Takes the drawing from one model and gives it to another. @returns all in it that may refer to something shown */
  readonly move: (from: D, to: D) => readonly ModelElement[];
  /** The properties by which what is drawn refers to what it shows. */
  readonly shows: readonly string[];
}

interface CompiledAs<D> extends Omit<LivePart, 'definitions' | 'xml' | 'problems'> {
  readonly definitions: D;
}

interface Drawing<D> {
  readonly signature: string;
  readonly kept: LayoutFile;
  /** What the next drawing can use. */
  readonly cache: LayoutCache;
  readonly problems: readonly Problem[];
  /** The model that has it. */
  definitions: D;
}

/** What one notation makes of open texts: compiled, drawn and written. */
export class LiveParts<D extends Definitions | CmmnDefinitions> {
  readonly #notation: LiveNotation<D>;
  /** The last drawing of each document, by URI: where only words changed it is drawn on. */
  readonly #drawings = new Map<string, Drawing<D>>();

  constructor(notation: LiveNotation<D>) {
    this.#notation = notation;
  }

  make(uri: string, root: Model, kept: LayoutFile): LivePart {
    const { value, problems } = this.#notation.compile(root, kept);
    const { definitions, sourceMap, idOfKey, keys } = value;
    const drawing = this.#draw(uri, value, kept);
    const xml = this.#notation.isDrawn(definitions) ? writeModel(definitions) : '';
    return { definitions, sourceMap, idOfKey, keys, xml, problems: [...problems, ...drawing.problems] };
  }

  /** Lets go of the drawing of a document that nobody looks at any more. */
  forget(uri: string): void {
    this.#drawings.delete(uri);
  }

  #draw(uri: string, compiled: CompiledAs<D>, kept: LayoutFile): Drawing<D> {
    const { definitions } = compiled;
    const signature = drawingSignature(definitions);
    const last = this.#drawings.get(uri);
    if (last?.signature === signature && last.kept === kept) {
      this.#handOn(last.definitions, definitions);
      last.definitions = definitions;
      return last;
    }
    const pins = keptPins(kept, [compiled]);
    const cache = last?.cache ?? new LayoutCache();
    const drawing = { signature, kept, cache, definitions, problems: this.#notation.draw(definitions, pins, cache) };
    this.#drawings.set(uri, drawing);
    return drawing;
  }

  /** Hands the drawing of one model on to another that has the same elements. */
  #handOn(from: D, to: D): void {
    const elements = elementsById(to);
    for (const drawn of this.#notation.move(from, to))
      for (const property of this.#notation.shows) {
        const shown = drawn.get(property) as { readonly id?: string } | undefined;
        if (shown) drawn.set(property, elements.get(shown.id ?? ''));
      }
  }
}

/** Processes, and what goes with them. */
export const liveProcesses: LiveNotation<Definitions> = {
  compile,
  draw: drawAll,
  isDrawn: ({ diagrams }) => diagrams.length > 0,
  move(from, to) {
    const { diagrams } = from;
    from.set('diagrams', []);
    to.set('diagrams', diagrams);
    return diagrams.flatMap(({ plane }) => (plane ? [plane, ...plane.planeElement] : []));
  },
  shows: ['bpmnElement'],
};

export const liveCases: LiveNotation<CmmnDefinitions> = {
  compile: compileCases,
  draw: drawCases,
  isDrawn: ({ CMMNDI }) => (CMMNDI?.diagrams.length ?? 0) > 0,
  move(from, to) {
    const { CMMNDI } = from;
    from.set('CMMNDI', undefined);
    to.set('CMMNDI', CMMNDI);
    return CMMNDI?.diagrams.flatMap(({ diagramElements }) => diagramElements) ?? [];
  },
  shows: ['cmmnElementRef', 'sourceCMMNElementRef', 'targetCMMNElementRef'],
};
