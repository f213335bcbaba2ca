import { drawnLabel } from '../../base/text-wrap.ts';
import { missingIn, missingInLabel } from '../../base/whole-bounds.ts';
import { allElements, type CmmnDefinitions, type CmmnDi, is, readModel, writeModel } from '../../model/index.ts';

/** A diagram of cases to draw, and what the picture is called. */
export interface CaseDiagram {
  readonly id: string;
  readonly name: string | undefined;
  readonly diagram: CmmnDi.CMMNDiagram;
}

/** Properties that cmmn-js draws as they are. */
const labelProperties = ['name', 'text'];

/**
 * The diagrams of a case model, of a copy: cmmn-js notes on the elements what it drew. Labels that are too long have only their
 * beginning there, and shapes without a size are dots.
 */
export function diagramsToDraw(definitions: CmmnDefinitions): CaseDiagram[] {
  const { definitions: copy } = readModel(writeModel(definitions));
  if (!is(copy, 'cmmn:Definitions')) return [];
  for (const element of allElements(copy)) {
    if (is(element, 'cdc:Bounds')) {
      const isOfLabel = is(element.$parent, 'cmmndi:CMMNLabel');
      Object.assign(element, isOfLabel ? missingInLabel(element) : missingIn(element));
    }
    for (const property of labelProperties) {
      const label = element.get(property);
      if (typeof label === 'string') element.set(property, drawnLabel(label));
    }
  }
  const diagrams = copy.CMMNDI?.diagrams ?? [];
  return diagrams.map((diagram, index) => ({
    id: diagram.id ?? `CMMNDiagram_${index + 1}`,
    name: diagram.name,
    diagram,
  }));
}
