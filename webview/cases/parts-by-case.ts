import type { ModdleObject } from '../moddle.ts';
import { type CaseDi, type CaseDiagram, objectOf } from './case-objects.ts';

/**
 * What a diagram shows of each case, in its order; what belongs to none goes with the last. cmmn-js draws the connectors of all cases
 * when it has drawn the first, and knows no way on with those whose ends are not there yet: so it is given one case after the other.
 */
export function partsByCase(diagram: CaseDiagram): Pick<CaseDiagram, 'diagramElements'>[] {
  const parts = new Map<ModdleObject, CaseDi[]>();
  const others: CaseDi[] = [];
  for (const each of diagram.diagramElements ?? []) {
    const owner = caseOf(each.cmmnElementRef ?? objectOf(each, 'sourceCMMNElementRef'));
    if (!owner) {
      others.push(each);
    } else if (parts.get(owner)?.push(each) === undefined) {
      parts.set(owner, [each]);
    }
  }
  if (parts.size < 2) {
    return [diagram];
  }
  const all = [...parts.values()];
  all.at(-1)?.push(...others);
  return all.map((diagramElements) => ({ diagramElements }));
}

function caseOf(element: ModdleObject | undefined): ModdleObject | undefined {
  let around = element;
  while (around && !around.$instanceOf('cmmn:Case')) {
    around = around.$parent;
  }
  return around;
}
