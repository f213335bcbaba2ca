import type { Problem } from '../base/problem.ts';
import type { Model } from '../language/index.ts';
import { drawingSignature, type LayoutFile } from '../layout/index.ts';
import { type CompiledCases, compileCases } from '../mapping/index.ts';
import { type CmmnDefinitions, elementsById, writeModel } from '../model/index.ts';
import { keptPins } from './kept-beside.ts';
import type { LivePartMaker } from './live-road.ts';
import { drawCases } from './outputs.ts';

interface Drawing {
  readonly signature: string;
  readonly kept: LayoutFile;
  readonly problems: readonly Problem[];
  /** The model that has it. */
  definitions: CmmnDefinitions;
}

/** The cases of open texts: compiled, drawn and written. */
export class LiveCases implements LivePartMaker {
  /** The last drawing of each document, by URI: where only words changed it is drawn on. */
  readonly #drawings = new Map<string, Drawing>();

  make(uri: string, root: Model, kept: LayoutFile) {
    const { value, problems } = compileCases(root, kept);
    const { definitions, sourceMap, idOfKey } = value;
    const drawing = this.#draw(uri, value, kept);
    const isDrawn = (definitions.CMMNDI?.diagrams.length ?? 0) > 0;
    const xml = isDrawn ? writeModel(definitions) : '';
    return { definitions, sourceMap, idOfKey, xml, problems: [...problems, ...drawing.problems] };
  }

  forget(uri: string): void {
    this.#drawings.delete(uri);
  }

  #draw(uri: string, compiled: CompiledCases, kept: LayoutFile): Drawing {
    const { definitions } = compiled;
    const signature = drawingSignature(definitions);
    const last = this.#drawings.get(uri);
    if (last?.signature === signature && last.kept === kept) {
      moveDrawing(last.definitions, definitions);
      last.definitions = definitions;
      return last;
    }
    const pins = keptPins(kept, [compiled]).value;
    const drawing = { signature, kept, definitions, problems: drawCases(definitions, pins) };
    this.#drawings.set(uri, drawing);
    return drawing;
  }
}

/** What an element of a drawing refers to. */
const references = ['cmmnElementRef', 'sourceCMMNElementRef', 'targetCMMNElementRef'] as const;

/** Hands the drawing of one model on to another that has the same elements. */
function moveDrawing(from: CmmnDefinitions, to: CmmnDefinitions): void {
  const elements = elementsById(to);
  const drawing = from.CMMNDI;
  for (const { diagramElements } of drawing?.diagrams ?? [])
    for (const each of diagramElements)
      for (const property of references) {
        const shown = each.get(property) as { readonly id?: string } | undefined;
        if (shown) each.set(property, elements.get(shown.id ?? ''));
      }
  from.set('CMMNDI', undefined);
  to.set('CMMNDI', drawing);
}
