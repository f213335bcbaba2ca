/** Data and stores of a body, and what a process is given and hands back. */
import { DIRECTION_WORDS } from '../../language/index.ts';
import {
  type DataInput,
  type DataObjectReference,
  type DataOutput,
  type DataStoreReference,
  type FlowElementsContainer,
  type ItemAwareElement,
  is,
  type ModelElement,
  ownPropertyOf,
  type Process,
  referenceText,
} from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { detailsOf, labelOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { stringText } from '../literals.ts';
import type { Statement, Word } from '../tree.ts';
import { Line, labelWord, nameWord, statementOf } from './element.ts';

/** What a process is given and hands back, then what is drawn of data, each with the thing behind it where it is the first to show that. */
export function dataStatements(context: PrintContext, container: FlowElementsContainer): Statement[] {
  const first = context.firstShown;
  const ports = is(container, 'bpmn:Process') ? portsOf(context, container) : [];
  const things = container.flowElements.flatMap((element) => {
    if (is(element, 'bpmn:DataObjectReference')) return [dataStatement(context, element, first)];
    return is(element, 'bpmn:DataStoreReference') ? [storeStatement(context, element, first)] : [];
  });
  return [...ports.map((port) => portStatement(context, port)), ...things];
}

function dataStatement(
  context: PrintContext,
  reference: DataObjectReference,
  first: Map<ModelElement, ModelElement>,
): Statement {
  const { dataObjectRef: object } = reference;
  const line = new Line();
  const name = nameWord(reference, 'data', { words: DIRECTION_WORDS });
  const origin = object && first.get(object);
  const isHere = object && !origin && object.$parent === reference.$parent;
  line.add('data', isHere && object.isCollection ? { glued: [name, '[]'] } : name, labelWord(reference));
  line.say('dataObjectRef');
  if (origin) line.add('for', { to: origin });
  addState(context, reference, line);
  if (isHere) {
    first.set(object, reference);
    const said = new Set(['isCollection']);
    addItem(context, object, line, said);
    addBehind(context, object, 'dataObject', said, line);
  }
  return statementOf(context, reference, line);
}

function storeStatement(
  context: PrintContext,
  reference: DataStoreReference,
  first: Map<ModelElement, ModelElement>,
): Statement {
  const { dataStoreRef: store } = reference;
  const line = new Line();
  line.add('store', nameWord(reference, 'store'), labelWord(reference));
  line.say('dataStoreRef');
  const origin = store && first.get(store);
  if (origin) line.add('for', { to: origin });
  addState(context, reference, line);
  if (store && !origin) {
    first.set(store, reference);
    const said = new Set(['name']);
    addItem(context, store, line, said);
    addBehind(context, store, 'dataStore', said, line);
  }
  return statementOf(context, reference, line);
}

type Port = DataInput | DataOutput;

/** What a process is given and hands back, where `data input` and `data output` say all that its specification does; else nothing. */
export function portsOf(context: PrintContext, { ioSpecification: specification }: Process): readonly Port[] {
  if (!specification) return [];
  const { dataInputs, dataOutputs, inputSets, outputSets } = specification;
  const isSaid =
    saysOnly(context, specification, ['dataInputs', 'dataOutputs', 'inputSets', 'outputSets']) &&
    isWholeSet(context, inputSets, 'dataInputRefs', dataInputs) &&
    isWholeSet(context, outputSets, 'dataOutputRefs', dataOutputs);
  const ports = [...dataInputs, ...dataOutputs];
  return isSaid && ports.every((port) => hasSayableItem(context, port)) ? ports : [];
}

/** A line has a word for items of this file, and none for those of others. */
function hasSayableItem(context: PrintContext, port: Port): boolean {
  const { itemSubjectRef: item } = port;
  return item ? context.canRefer(item, 'bpmn:ItemDefinition') : referenceText(port, 'itemSubjectRef') === undefined;
}

/** Whether there is one set, which has all of them in their order and says no more. */
function isWholeSet(
  context: PrintContext,
  [set, ...others]: readonly ModelElement[],
  references: string,
  ports: readonly Port[],
): boolean {
  if (!set || others.length > 0 || !saysOnly(context, set, [references])) return false;
  const named = ownPropertyOf(set, references) as readonly ModelElement[] | undefined;
  return (named?.length ?? 0) === ports.length && ports.every((port, index) => named?.[index] === port);
}

function saysOnly(context: PrintContext, element: ModelElement, properties: readonly string[]): boolean {
  const more = [...detailsOf(element, new Set(properties), context), ...extensionsOf(element, context.prefixes)];
  return more.length === 0;
}

function portStatement(context: PrintContext, port: Port): Statement {
  const line = new Line();
  const name = nameWord(port, 'data');
  line.add('data', is(port, 'bpmn:DataInput') ? 'input' : 'output');
  line.add(port.isCollection ? { glued: [name, '[]'] } : name, labelWord(port));
  line.say('isCollection');
  addState(context, port, line);
  addItem(context, port, line, line.said);
  return statementOf(context, port, line);
}

function addState(context: PrintContext, reference: ItemAwareElement, line: Line): void {
  const state = ownPropertyOf(reference, 'dataState') as ModelElement | undefined;
  if (!state) return;
  const name = labelOf(state)?.text;
  line.say('dataState');
  if (name === undefined) return;
  line.add({ glued: ['[', stringText(name), ']'] });
  addBehind(context, state, 'dataState', new Set(['name']), line);
}

function addItem(context: PrintContext, thing: ItemAwareElement, line: Line, said: Set<string>): void {
  const { itemSubjectRef: item } = thing;
  if (!item || !context.canRefer(item, 'bpmn:ItemDefinition')) return;
  line.add(':', { to: item });
  said.add('itemSubjectRef');
}

/** What more the thing behind says, as a part of the line. */
function addBehind(context: PrintContext, thing: ModelElement, key: string, said: Set<string>, line: Line): void {
  const label = said.has('name') ? undefined : labelOf(thing);
  if (label) said.add('name');
  const inside = detailsOf(thing, said, context);
  const extensions = extensionsOf(thing, context.prefixes);
  if (!label && inside.length + extensions.length === 0) return;
  const words: Word[] = label ? [key, stringText(label.text)] : [key];
  line.parts.push({ words, ...(inside.length + extensions.length > 0 && { inside, extensions }) });
}
