/** The little that this page reads of cmmn-moddle's objects beyond what it reads of all. */
import {
  type DefinitionsObject,
  type DiagramObject,
  type DrawnObject,
  isModdleObject,
  type ModdleObject,
} from '../moddle.ts';

/** A CMMNShape or CMMNEdge. An edge stands for itself: two may show one on-part, at two criteria. */
export interface CaseDi extends DrawnObject {
  readonly cmmnElementRef?: ModdleObject;
}

export interface CaseDiagram extends DiagramObject {
  readonly diagramElements?: readonly CaseDi[];
}

export interface CaseDefinitions extends DefinitionsObject {
  readonly CMMNDI?: { readonly diagrams?: readonly CaseDiagram[] };
}

/** The object that a property refers to or holds, if it is set. */
export function objectOf(element: ModdleObject | undefined, property: string): ModdleObject | undefined {
  const value: unknown = element && Reflect.get(element, property);
  return isModdleObject(value) ? value : undefined;
}

export function isEdge(semantic: ModdleObject): boolean {
  return semantic.$instanceOf('cmmndi:CMMNEdge');
}

/** The ends of an edge, as cmmn-js's importer takes them. */
export function endsOf(edge: ModdleObject): {
  readonly source: ModdleObject | undefined;
  readonly target: ModdleObject | undefined;
} {
  const element = objectOf(edge, 'cmmnElementRef');
  if (element?.$instanceOf('cmmn:Association')) {
    return { source: objectOf(element, 'sourceRef'), target: objectOf(element, 'targetRef') };
  }
  const source = element?.$instanceOf('cmmn:OnPart')
    ? (objectOf(element, 'exitCriterionRef') ?? objectOf(element, 'sourceRef'))
    : objectOf(edge, 'sourceCMMNElementRef');
  return { source, target: objectOf(edge, 'targetCMMNElementRef') };
}
