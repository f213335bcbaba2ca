import { type BPMNDiagram, type CmmnDefinitions, type CmmnDi, type Definitions, is } from '../model/index.ts';

/** What a model is written as. */
export type Notation = 'bpmn' | 'cmmn';

/** A drawing that a person can choose. */
export interface DrawnDiagram {
  readonly id: string;
  /** What a person calls it: its own name, or that of what it shows. */
  readonly name: string;
  readonly notation: Notation;
}

/** The drawings of a model, in its order. */
export function drawnDiagrams(definitions: Definitions | CmmnDefinitions): DrawnDiagram[] {
  if (is(definitions, 'cmmn:Definitions'))
    return caseDiagrams(definitions).map((diagram) => ({
      id: diagram.id ?? '',
      name: caseDiagramName(diagram),
      notation: 'cmmn',
    }));
  return definitions.diagrams.map((diagram) => ({
    id: diagram.id ?? '',
    name: processDiagramName(diagram),
    notation: 'bpmn',
  }));
}

/** The ids of all elements that the drawings of a model show. */
export function drawnIds(definitions: Definitions | CmmnDefinitions): Set<string> {
  const shown = is(definitions, 'cmmn:Definitions')
    ? caseDiagrams(definitions).flatMap(({ diagramElements }) =>
        diagramElements.map((each) => each.get('cmmnElementRef')),
      )
    : definitions.diagrams.flatMap(({ plane }) => (plane?.planeElement ?? []).map((each) => each.get('bpmnElement')));
  const ids = (shown as ({ readonly id?: string } | undefined)[]).flatMap((element) => element?.id ?? []);
  return new Set(ids);
}

function caseDiagrams({ CMMNDI }: CmmnDefinitions): readonly CmmnDi.CMMNDiagram[] {
  return CMMNDI?.diagrams ?? [];
}

function processDiagramName(diagram: BPMNDiagram): string {
  const shown = diagram.plane?.bpmnElement;
  return diagram.name || (shown?.get('name') as string | undefined) || shown?.id || diagram.id || '';
}

/** A diagram of ours shows one case; those of others may show several. */
function caseDiagramName({ id, name, diagramElements }: CmmnDi.CMMNDiagram): string {
  if (name) return name;
  const cases = diagramElements.flatMap((each) => {
    const plan = is(each, 'cmmndi:CMMNShape') ? each.cmmnElementRef : undefined;
    const owner = plan?.$parent;
    return is(owner, 'cmmn:Case') ? [owner.name || owner.casePlanModel?.name || owner.id || ''] : [];
  });
  return cases.join(', ') || id || '';
}
