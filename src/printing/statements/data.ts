/** Data and stores of a body. */
import {
  type DataObjectReference,
  type DataStoreReference,
  type FlowElementsContainer,
  type ItemAwareElement,
  is,
  type ModelElement,
  ownPropertyOf,
} from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { detailsOf, labelOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { stringText } from '../literals.ts';
import type { Statement, Word } from '../tree.ts';
import { Line, labelWord, nameWord, statementOf } from './element.ts';

/** What is drawn of data, each with the thing behind it where it is the first to show that. */
export function dataStatements(context: PrintContext, container: FlowElementsContainer): Statement[] {
  const first = context.firstShown;
  return container.flowElements.flatMap((element) => {
    if (is(element, 'bpmn:DataObjectReference')) return [dataStatement(context, element, first)];
    return is(element, 'bpmn:DataStoreReference') ? [storeStatement(context, element, first)] : [];
  });
}

function dataStatement(
  context: PrintContext,
  reference: DataObjectReference,
  first: Map<ModelElement, ModelElement>,
): Statement {
  const { dataObjectRef: object } = reference;
  const line = new Line();
  const name = nameWord(reference, 'data');
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
  if (!item || !context.canRefer(item)) return;
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
