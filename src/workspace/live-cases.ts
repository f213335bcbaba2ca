import type { Problem } from '../base/problem.ts';
import type { Model } from '../language/index.ts';
import { drawingSignature, type LayoutFile } from '../layout/index.ts';
import { compileCases } from '../mapping/index.ts';
import { type CmmnDefinitions, elementsById, writeModel } from '../model/index.ts';
import type { LivePartMaker } from './live-road.ts';
import { drawCases } from './outputs.ts';

interface Drawing {
  readonly signature: string;
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
    const { definitions, sourceMap } = value;
    const drawing = this.#draw(uri, definitions);
    const isDrawn = (definitions.CMMNDI?.diagrams.length ?? 0) > 0;
    const xml = isDrawn ? writeModel(definitions) : '';
    return { definitions, sourceMap, xml, problems: [...problems, ...drawing.problems] };
  }

  forget(uri: string): void {
    this.#drawings.delete(uri);
  }

  #draw(uri: string, definitions: CmmnDefinitions): Drawing {
    const signature = drawingSignature(definitions);
    const last = this.#drawings.get(uri);
    if (last?.signature === signature) {
      moveDrawing(last.definitions, definitions);
      last.definitions = definitions;
      return last;
    }
    const drawing = { signature, definitions, problems: drawCases(definitions) };
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
