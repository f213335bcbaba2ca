/** Data objects, data stores, and the data that comes into and goes out of a process. */
import { type Data, labelOf, type Store } from '../language/index.ts';
import {
  append,
  createElement,
  type DataInput,
  type DataOutput,
  type FlowElementsContainer,
  type ItemAwareElement,
  is,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';
import { itemElement } from './definitions.ts';
import { addInput, addOutput } from './io-specification.ts';

/**
 * `data` and `store` declare a thing and draw it once; `for other` draws the same thing again, perhaps in another state
 * (BPMN 2.0.2, 10.4.1: a reference is what the diagram shows).
 */
export function compileData(context: CompileContext, container: FlowElementsContainer, node: Data | Store): void {
  if (node.$type === 'Store') compileStore(context, container, node);
  else if (node.direction) compilePort(context, container, node, node.direction);
  else compileObject(context, container, node);
}

function compileObject(context: CompileContext, container: FlowElementsContainer, node: Data): void {
  const reference = createElement('bpmn:DataObjectReference', { id: context.id(node) });
  describe(context, node, reference);
  if (!node.forWord) {
    const object = createElement('bpmn:DataObject');
    context.identify(object, `${context.keyOf(reference)}/object`, `${reference.id}_object`);
    if (node.many) object.isCollection = true;
    setItem(context, node, object);
    append(container, 'flowElements', object);
    reference.dataObjectRef = object;
  }
  append(container, 'flowElements', reference);
  context.later(() => {
    const original = context.elementOf(originOf(node));
    if (original && is(original, 'bpmn:DataObjectReference')) reference.dataObjectRef = original.dataObjectRef;
  });
}

function compileStore(context: CompileContext, container: FlowElementsContainer, node: Store): void {
  const reference = createElement('bpmn:DataStoreReference', { id: context.id(node) });
  describe(context, node, reference);
  if (!node.forWord) {
    const store = createElement('bpmn:DataStore');
    context.identify(store, `${context.keyOf(reference)}/store`, `${reference.id}_store`);
    if (reference.name !== undefined) store.name = reference.name;
    setItem(context, node, store);
    context.addRoot(store);
    reference.dataStoreRef = store;
  }
  append(container, 'flowElements', reference);
  context.later(() => {
    const original = context.elementOf(originOf(node));
    if (original && is(original, 'bpmn:DataStoreReference')) reference.dataStoreRef = original.dataStoreRef;
  });
}

/** What `for` leads to in the end: the line that declares the thing. None where lines name each other in a circle. */
function originOf(node: Data | Store): Data | Store | undefined {
  const passed = new Set<Data | Store>();
  let origin: Data | Store | undefined = node;
  while (origin?.forWord && !passed.has(origin)) {
    passed.add(origin);
    origin = origin.of?.ref;
  }
  return origin?.forWord ? undefined : origin;
}

function compilePort(
  context: CompileContext,
  container: FlowElementsContainer,
  node: Data,
  direction: 'input' | 'output',
): void {
  if (!is(container, 'bpmn:Process')) {
    context.report(
      'data-port-in-body',
      node,
      `\`data ${direction}\` belongs to a process, not to a sub-process. Declare it at the head of the process.`,
    );
    return;
  }
  const id = context.id(node);
  if (direction === 'input')
    addInput(context, container, describePort(context, node, createElement('bpmn:DataInput', { id })));
  else addOutput(context, container, describePort(context, node, createElement('bpmn:DataOutput', { id })));
}

function describePort<T extends DataInput | DataOutput>(context: CompileContext, node: Data, port: T): T {
  if (node.many) port.isCollection = true;
  describe(context, node, port);
  setItem(context, node, port);
  return port;
}

function describe(context: CompileContext, node: Data | Store, element: ItemAwareElement & { name?: string }): void {
  if (node.state !== undefined) element.set('dataState', createElement('bpmn:DataState', { name: node.state }));
  context.bind(node, element);
  context.name(element, labelOf(node));
}

function setItem(context: CompileContext, node: Data | Store, element: ItemAwareElement): void {
  const item = itemElement(context, node.item?.ref);
  if (item) element.itemSubjectRef = item;
}
