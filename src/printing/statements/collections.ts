/** `for each x of …`: what a multi-instance activity goes through, where the words make the same parts as the model has (BPMN 2.0.2, table 10.30). */
import {
  type Activity,
  type DataInputAssociation,
  type InputOutputSpecification,
  type ItemAwareElement,
  is,
  isElement,
  type ModelElement,
  type MultiInstanceLoopCharacteristics,
  ownPropertyOf,
} from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { detailsOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { idText } from '../literals.ts';
import type { Word } from '../tree.ts';
import type { Line } from './element.ts';
import { expressionWords } from './events.ts';
import { canName, readsOf } from './uses.ts';

/** Says the item and the collection behind `for each`; what the words say of the activity itself is done. None where they cannot say it all. */
export function collectionWords(
  context: PrintContext,
  activity: Activity,
  loop: MultiInstanceLoopCharacteristics,
  line: Line,
): Word[] {
  const collection = ownPropertyOf(loop, 'loopDataInputRef');
  const item = ownPropertyOf(loop, 'inputDataItem');
  if (!isElement(collection) || !isElement(item)) return [];
  const name = itemName(context, item);
  if (name === undefined) return [];
  const words = isDataAround(context, activity, collection)
    ? [{ to: collection }]
    : wordsForInput(context, activity, collection, line);
  return words.length === 0 ? [] : [name, 'of', ...words];
}

/** An item has a name and nothing else. */
function itemName(context: PrintContext, item: ModelElement): string | undefined {
  const name = ownPropertyOf(item, 'name');
  if (typeof name !== 'string' || !/^[^'\n\r]+$/.test(name)) return undefined;
  return saysNoMore(context, item, 'name') ? idText(name) : undefined;
}

/** A sub-process goes through data around it, without an input of its own. */
function isDataAround(context: PrintContext, activity: Activity, collection: ModelElement): boolean {
  return is(activity, 'bpmn:SubProcess') && canName(context, activity, collection);
}

/** What comes into an input of the activity by an association, the first that it has. */
function wordsForInput(context: PrintContext, activity: Activity, input: ModelElement, line: Line): Word[] {
  const [association, ...reads] = activity.dataInputAssociations;
  if (association?.targetRef !== input || !isOnlyInput(context, activity, input)) return [];
  if (readsOf(context, activity, reads) === undefined) return [];
  const words = sourceWords(context, activity, association);
  if (words.length === 0) return [];
  context.done.add(association).add(input);
  line.say('ioSpecification');
  return words;
}

/** Nothing but the collection comes in, and nothing goes out; a sub-process must have no inputs, it has a property (10.4.1). */
function isOnlyInput(context: PrintContext, activity: Activity, input: ModelElement): boolean {
  const { ioSpecification, properties, dataInputAssociations } = activity;
  if (is(activity, 'bpmn:SubProcess')) {
    const isAlone = properties.length === Math.min(dataInputAssociations.length, 2);
    return isAlone && properties[0] === input && saysNoMore(context, input);
  }
  if (!ioSpecification || ownPropertyOf(input, 'isCollection') !== true) return false;
  return saysNoMore(context, input, 'isCollection') && isMadeFor(context, ioSpecification, input);
}

/** Whether a specification is the one that an export makes for an input alone: a set with it, and an empty set of outputs. */
function isMadeFor(context: PrintContext, specification: InputOutputSpecification, input: ModelElement): boolean {
  const { dataInputs, dataOutputs, inputSets, outputSets } = specification;
  const [inputSet] = inputSets;
  return (
    isOnly(dataInputs, input) &&
    isOnly(inputSet?.dataInputRefs ?? [], input) &&
    dataOutputs.length === 0 &&
    inputSets.length === 1 &&
    outputSets.length === 1 &&
    saysNoMore(context, inputSet, 'dataInputRefs') &&
    saysNoMore(context, outputSets[0]) &&
    saysNoMore(context, specification, 'dataInputs', 'inputSets', 'outputSets')
  );
}

function isOnly(list: readonly ModelElement[], element: ModelElement): boolean {
  return list.length === 1 && list[0] === element;
}

function saysNoMore(context: PrintContext, element: ModelElement | undefined, ...said: string[]): boolean {
  return (
    element !== undefined &&
    detailsOf(element, new Set(said), context).length === 0 &&
    extensionsOf(element, context.prefixes).length === 0
  );
}

/** Data that a task is given, or an expression. */
function sourceWords(context: PrintContext, activity: Activity, association: DataInputAssociation): Word[] {
  const [data, ...others]: readonly ItemAwareElement[] = association.sourceRef;
  if (!data) {
    const words = expressionWords(context, association, 'transformation', new Set());
    return saysNoMore(context, association, 'targetRef', 'transformation') ? words : [];
  }
  const isGiven = others.length === 0 && !is(activity, 'bpmn:SubProcess') && canName(context, activity, data);
  return isGiven && saysNoMore(context, association, 'sourceRef', 'targetRef') ? [{ to: data }] : [];
}
