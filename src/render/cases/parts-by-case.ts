import { type CmmnDi, is, type ModelElement } from '../../model/index.ts';

/**
 * What a diagram shows of each case, in its order; what belongs to none goes with the last. cmmn-js draws the connectors of all cases
 * when it has drawn the first, and knows no way on with those whose ends are not there yet: so it is given one case after the other.
 */
export function partsByCase(diagram: CmmnDi.CMMNDiagram): { diagramElements: CmmnDi.CMMNDiagramElement[] }[] {
  const parts = new Map<ModelElement, CmmnDi.CMMNDiagramElement[]>();
  const others: CmmnDi.CMMNDiagramElement[] = [];
  for (const each of diagram.diagramElements) {
    const owner = caseOf(each.get('cmmnElementRef') ?? each.get('sourceCMMNElementRef'));
    if (!owner) others.push(each);
    else if (parts.get(owner)?.push(each) === undefined) parts.set(owner, [each]);
  }
  if (parts.size < 2) return [diagram];
  const all = [...parts.values()];
  all.at(-1)?.push(...others);
  return all.map((diagramElements) => ({ diagramElements }));
}

function caseOf(element: unknown): ModelElement | undefined {
  for (let around = element as ModelElement | undefined; around; around = around.$parent)
    if (is(around, 'cmmn:Case')) return around;
  return undefined;
}
