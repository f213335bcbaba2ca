/** What steps read and write: associations of data, and what they lead to inside the step (BPMN 2.0.2, 10.4.1). */
import { append, createElement, is } from './element-class.ts';
import type {
  Activity,
  BaseElement,
  CatchEvent,
  DataInputAssociation,
  DataOutputAssociation,
  Property,
  ThrowEvent,
} from './generated/bpmn.ts';

/** The name of the property that stands for the input where a step has none, as the common modelers write it. */
export const PLACEHOLDER = '__targetRef_placeholder';

/** Only what throws has anything to read (BPMN 2.0.2, 10.5.1). */
export function canRead(step: BaseElement): step is Activity | ThrowEvent {
  return is(step, 'bpmn:Activity') || is(step, 'bpmn:ThrowEvent');
}

/** Only what catches has anything to write. */
export function canWrite(step: BaseElement): step is Activity | CatchEvent {
  return is(step, 'bpmn:Activity') || is(step, 'bpmn:CatchEvent');
}

export function addRead(step: Activity | ThrowEvent, association: DataInputAssociation): void {
  if (is(step, 'bpmn:Activity')) append(step, 'dataInputAssociations', association);
  else append(step, 'dataInputAssociations', association);
}

export function addWrite(step: Activity | CatchEvent, association: DataOutputAssociation): void {
  if (is(step, 'bpmn:Activity')) append(step, 'dataOutputAssociations', association);
  else append(step, 'dataOutputAssociations', association);
}

/**
 * The schema wants a target inside the step for each input association. Where nobody names an input it is a property, one for all.
 * @param identify gives it an id, if it is new
 */
export function placeholderOf(step: Activity | ThrowEvent, identify: (property: Property) => void): Property {
  const known = step.properties.find(({ name }) => name === PLACEHOLDER);
  if (known) return known;
  const property = createElement('bpmn:Property', { name: PLACEHOLDER });
  identify(property);
  if (is(step, 'bpmn:Activity')) append(step, 'properties', property);
  else append(step, 'properties', property);
  return property;
}
