/** What a reader names in a model, and what stands beside it. */
import { childrenOf, is, type ModelElement, ownPropertyOf, type TypeMap } from '../model/index.ts';
import { typeNamed } from '../schema/index.ts';

/** All else is a part of one of these: conditions, triggers, documentation, sentries. */
const itemTypes: readonly (keyof TypeMap)[] = [
  'bpmn:FlowElement',
  'bpmn:Artifact',
  'bpmn:Lane',
  'bpmn:Participant',
  'bpmn:MessageFlow',
  'bpmn:ConversationNode',
  'bpmn:ConversationLink',
  'bpmn:RootElement',
  'bpmn:Operation',
  'bpmn:CategoryValue',
  'bpmn:Definitions',
  'cmmn:Definitions',
  'cmmn:Case',
  'cmmn:PlanItem',
  'cmmn:DiscretionaryItem',
  'cmmn:PlanItemDefinition',
  'cmmn:CaseFileItem',
  'cmmn:CaseFileItemDefinition',
  'cmmn:Role',
  'cmmn:Process',
  'cmmn:Decision',
  'cmmn:Artifact',
];

const itemness = new Map<string, boolean>();

/** Whether a reader names it: a step, a flow, a pool, a plan item … What triggers an event is a part of it, though it could be a root. */
export function isItem(element: ModelElement): boolean {
  let known = itemness.get(element.$type);
  if (known === undefined) {
    known = itemTypes.some((type) => is(element, type));
    itemness.set(element.$type, known);
  }
  return known && !(is(element, 'bpmn:EventDefinition') && !is(element.$parent, 'bpmn:Definitions'));
}

/** The item that an element is, or is a part of. */
export function itemOf(element: ModelElement): ModelElement {
  let item = element;
  while (!isItem(item) && item.$parent) item = item.$parent;
  return item;
}

/** The item around an item. */
export function ownerOf({ $parent }: ModelElement): ModelElement | undefined {
  return $parent && itemOf($parent);
}

const connectionTypes: readonly (keyof TypeMap)[] = [
  'bpmn:SequenceFlow',
  'bpmn:MessageFlow',
  'bpmn:Association',
  'bpmn:ConversationLink',
  'cmmn:Association',
];

/** A line between two elements: it has its place by its ends. */
export function isConnection(element: ModelElement): boolean {
  return connectionTypes.some((type) => is(element, type));
}

/** Both ends of a line, as far as they are in the model. */
export function endsOf(connection: ModelElement): readonly [ModelElement | undefined, ModelElement | undefined] {
  return [elementIn(connection, 'sourceRef'), elementIn(connection, 'targetRef')];
}

/** The element that a property holds or refers to. */
export function elementIn(element: ModelElement, property: string): ModelElement | undefined {
  const value = ownPropertyOf(element, property);
  return isModelElement(value) ? value : undefined;
}

/** The elements that a list property holds or refers to. */
export function elementsIn(element: ModelElement, property: string): readonly ModelElement[] {
  const value = ownPropertyOf(element, property);
  return Array.isArray(value) ? value.filter(isModelElement) : [];
}

function isModelElement(value: unknown): value is ModelElement {
  return typeof value === 'object' && value !== null && '$type' in value && '$instanceOf' in value && '$attrs' in value;
}

/** Types that may change into each other and still be the same thing to a reader; of all others each type is alone. */
const families: readonly (keyof TypeMap)[] = [
  'bpmn:Activity',
  'bpmn:Gateway',
  'bpmn:Event',
  'bpmn:GlobalTask',
  'bpmn:EventDefinition',
  'bpmn:Expression',
  'bpmn:LoopCharacteristics',
  'bpmn:ResourceRole',
  'bpmn:ConversationNode',
  'cmmn:PlanItemDefinition',
  'cmmn:OnPart',
  'cmmn:StartTrigger',
];

const familyNames = new Map<string, string>();

/** The family of an element, as a key: elements of two families are never the same. */
export function familyOf(element: ModelElement): string {
  let known = familyNames.get(element.$type);
  if (known === undefined) {
    // What can be planned may become what is planned.
    const isPlannable = is(element, 'cmmn:PlanItem') || is(element, 'cmmn:TableItem');
    known = isPlannable ? 'cmmn:PlanItem' : (families.find((type) => is(element, type)) ?? element.$type);
    familyNames.set(element.$type, known);
  }
  return known;
}

export function idOf(element: ModelElement): string {
  const id = ownPropertyOf(element, 'id');
  return typeof id === 'string' ? id : '';
}

/** What a reader knows an element by: its name, or its text; '' if it has none. */
export function nameOf(element: ModelElement): string {
  for (const property of ['name', 'text', 'value']) {
    const value = ownPropertyOf(element, property);
    if (typeof value === 'string' && value.trim() !== '') return value.replace(/\s+/g, ' ').trim();
  }
  return '';
}

/** An element and all in it, in the order of the schema, without drawings. */
export function* contentsOf(root: ModelElement): Generator<ModelElement, void, undefined> {
  const open: ModelElement[] = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    yield element;
    // No recursion: files may nest deeper than the stack of calls.
    for (const child of childrenOf(element).reverse()) if (!isDrawing(child)) open.push(child);
  }
}

/** Whether it belongs to the drawing and not to what is drawn. */
export function isDrawing(element: ModelElement): boolean {
  return is(element, 'bpmndi:BPMNDiagram') || is(element, 'cmmndi:CMMNDI');
}

/** The property by which its parent holds an element; '' for a root. */
export function propertyHolding(element: ModelElement): string {
  const { $parent } = element;
  if (!$parent) return '';
  const holds = (name: string) => {
    const value = ownPropertyOf($parent, name);
    return value === element || (Array.isArray(value) && value.includes(element));
  };
  const found = typeNamed($parent.$type)?.properties.find(({ isReference, name }) => !isReference && holds(name));
  return found?.name ?? '';
}
