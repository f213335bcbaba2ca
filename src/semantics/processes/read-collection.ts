/** What a multi-instance activity goes through, and what each item is called (BPMN 2.0.2, table 10.30). */
import {
  type Activity,
  type BaseElement,
  type ItemAwareElement,
  is,
  type MultiInstanceLoopCharacteristics,
  referenceText,
} from '../../model/index.ts';
import type { Data, Expression } from '../expressions/expression.ts';
import type { Expressions } from './read-expressions.ts';

const collectionAttributes = ['camunda:collection', 'flowable:collection', 'activiti:collection'];
const itemAttributes = ['camunda:elementVariable', 'flowable:elementVariable', 'activiti:elementVariable'];

/**
 * The items: what the standard refers to, or what a vendor's attribute names. An input of the activity has what its data association brings.
 * @returns undefined: nothing is said of them
 */
export function collectionOf(
  activity: Activity,
  loop: MultiInstanceLoopCharacteristics,
  expressions: Expressions,
): Expression | undefined {
  const input = loop.loopDataInputRef;
  if (!input) {
    // Engines take a reference to what is not in the file for the name of a variable.
    const text = referenceText(loop, 'loopDataInputRef') || writtenIn(loop, collectionAttributes);
    const written = text?.replace(/^[$#]\{(.*)\}$/s, '$1');
    return written === undefined ? undefined : variable([written.trim()]);
  }
  const association = activity.dataInputAssociations.find(({ targetRef }) => targetRef === input);
  const made = expressions.of(association?.transformation);
  return variable([...namesOf(input), ...(association?.sourceRef.flatMap(namesOf) ?? [])], made);
}

/** The name that the item at hand has in its instance; undefined: none. */
export function itemNameOf(loop: MultiInstanceLoopCharacteristics): string | undefined {
  const { inputDataItem: item } = loop;
  return (item && (item.name || item.id)) || writtenIn(loop, itemAttributes);
}

function writtenIn(loop: MultiInstanceLoopCharacteristics, attributes: readonly string[]): string | undefined {
  const written = attributes.map((name) => loop.get(name)).find((value) => typeof value === 'string');
  return typeof written === 'string' ? written : undefined;
}

/** What a variable that holds data may be called: as the data is, or its id. */
function namesOf(data: ItemAwareElement): string[] {
  const object = is(data, 'bpmn:DataObjectReference') ? data.dataObjectRef : undefined;
  return [data, object].flatMap((each) => (each ? [nameOf(each), each.id] : [])).filter((name) => name !== undefined);
}

function nameOf(data: BaseElement): string | undefined {
  const name = data.get('name');
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** The first of the variables that is a list, else what is made otherwise. */
function variable(names: readonly string[], otherwise?: Expression): Expression {
  const evaluate = (data: Data) =>
    names.map((name) => data.get(name)).find((value) => Array.isArray(value)) ?? otherwise?.evaluate(data);
  return { text: otherwise?.text ?? names[0] ?? '', evaluate };
}
