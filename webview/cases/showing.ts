import type { Drawn } from '../drawing-services.ts';
import type { ModdleObject } from '../moddle.ts';
import { objectOf } from './case-objects.ts';

/** What a change of the model changes in the picture. */
export interface Showing {
  /** What shows the name of an element. */
  readonly byNamed: ReadonlyMap<ModdleObject, readonly Drawn[]>;
  /** Whether all stays in its frame, wherever it stands. */
  readonly staysInFrame: boolean;
}

export function showing(elements: readonly Drawn[]): Showing {
  const byNamed = new Map<ModdleObject, Drawn[]>();
  for (const element of elements) {
    const { businessObject, labelTarget } = element;
    const named = labelTarget ? [] : new Set([businessObject, ...refersTo(businessObject)]);
    for (const each of named) {
      if (each && byNamed.get(each)?.push(element) === undefined) {
        byNamed.set(each, [element]);
      }
    }
  }
  return { byNamed, staysInFrame: !elements.some(isWhereItStands) };
}

/** The definition of an item, the on-part of a connector. */
function refersTo(semantic: ModdleObject): (ModdleObject | undefined)[] {
  return [objectOf(semantic, 'definitionRef'), objectOf(semantic, 'cmmnElementRef')];
}

function isWhereItStands({ businessObject }: Drawn): boolean {
  return businessObject.$instanceOf('cmmn:CaseFileItem') || businessObject.$instanceOf('cmmn:TextAnnotation');
}
