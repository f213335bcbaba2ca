import type { DrawingViewer, Drawn } from '../drawing-services.ts';
import { isModdleObject, type ModdleObject, propertyValue } from '../moddle.ts';
import { objectOf } from './case-objects.ts';

/**
 * What is drawn for each element of a model: itself, else what refers to it (a definition's items, a sentry's criteria, an
 * on-part's connectors), else what is drawn for its owner, such as the stage of a planning table or the task of a rule.
 */
export function shownBy(definitions: ModdleObject, viewer: DrawingViewer): ReadonlyMap<string, readonly Drawn[]> {
  const drawn = new Map<ModdleObject, Drawn[]>();
  for (const element of viewer.get('elementRegistry').getAll()) {
    const semantic = element.businessObject;
    if (element.parent && !element.labelTarget) {
      const referred = ['definitionRef', 'sentryRef', 'cmmnElementRef'].map((property) => objectOf(semantic, property));
      for (const shown of [semantic, ...referred]) {
        add(drawn, shown, withoutCollapsed(element));
      }
    }
  }
  const found = new Map<string, readonly Drawn[]>();
  const visit = (element: ModdleObject, ofOwner: readonly Drawn[]): void => {
    const elements = drawn.get(element) ?? ofOwner;
    if (element.id !== undefined && elements.length > 0) {
      found.set(element.id, elements);
    }
    for (const child of partsOf(element)) {
      visit(child, elements);
    }
  };
  visit(definitions, []);
  addCases(definitions, found);
  return found;
}

function add(drawn: Map<ModdleObject, Drawn[]>, semantic: ModdleObject | undefined, element: Drawn): void {
  if (semantic) {
    const elements = drawn.get(semantic) ?? [];
    drawn.set(semantic, elements.includes(element) ? elements : [...elements, element]);
  }
}

/** A case is shown by its plan; what else it has, such as its roles, is not. */
function addCases(definitions: ModdleObject, found: Map<string, readonly Drawn[]>): void {
  for (const part of partsOf(definitions)) {
    const plan = found.get(objectOf(part, 'casePlanModel')?.id ?? '');
    if (part.id !== undefined && plan) {
      found.set(part.id, plan);
    }
  }
}

/** The element, or the collapsed stage that it is hidden in. */
function withoutCollapsed(element: Drawn): Drawn {
  return element.hidden && element.parent?.parent ? withoutCollapsed(element.parent) : element;
}

/** What an element holds; the drawing is no part of it. */
function partsOf(element: ModdleObject): ModdleObject[] {
  const owned = element.$descriptor.properties.filter(({ isReference }) => !isReference);
  return owned
    .flatMap((property) => propertyValue(element, property))
    .filter(isModdleObject)
    .filter((part) => part.$parent === element && !part.$instanceOf('cmmndi:CMMNDI'));
}
