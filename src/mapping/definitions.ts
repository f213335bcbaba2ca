/** Root elements that processes refer to. Those of other files come along when something here refers to them. */
import type { AstNode } from 'langium';
import {
  type ErrorType,
  type Escalation,
  type Item,
  isErrorType,
  isEscalation,
  isItem,
  isMessage,
  isSignal,
  labelOf,
  type Message,
  type Signal,
} from '../language/index.ts';
import {
  createElement,
  type Error as ErrorElement,
  type Escalation as EscalationElement,
  type ItemDefinition,
  is,
  type Message as MessageElement,
  type RootElement,
  type Signal as SignalElement,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';
import { qualifiedName } from './head.ts';

export type Definition = ErrorType | Escalation | Item | Message | Signal;

export function isDefinition(node: AstNode): node is Definition {
  return isMessage(node) || isErrorType(node) || isSignal(node) || isEscalation(node) || isItem(node);
}

/** Compiles a declaration of this file. */
export function declareDefinition(context: CompileContext, node: Definition): void {
  const element = compileDefinition(context, node);
  if (element) context.addRoot(element);
}

/** Compiles a declaration, unless that is done. */
export function compileDefinition(context: CompileContext, node: Definition): RootElement | undefined {
  switch (node.$type) {
    case 'Message':
      return messageElement(context, node);
    case 'ErrorType':
      return errorElement(context, node);
    case 'Signal':
      return signalElement(context, node);
    case 'Escalation':
      return escalationElement(context, node);
    case 'Item':
      return itemElement(context, node);
  }
}

export function messageElement(context: CompileContext, node: Message | undefined): MessageElement | undefined {
  return once(context, node, (declared) => {
    const element = createElement('bpmn:Message', { id: context.id(declared) });
    const item = itemElement(context, declared.item?.ref);
    if (item) element.itemRef = item;
    return element;
  });
}

export function signalElement(context: CompileContext, node: Signal | undefined): SignalElement | undefined {
  return once(context, node, (declared) => {
    const element = createElement('bpmn:Signal', { id: context.id(declared) });
    const item = itemElement(context, declared.item?.ref);
    if (item) element.structureRef = item;
    return element;
  });
}

export function errorElement(context: CompileContext, node: ErrorType | undefined): ErrorElement | undefined {
  return once(context, node, (declared) => {
    const element = createElement('bpmn:Error', { id: context.id(declared) });
    if (declared.code !== undefined) element.errorCode = declared.code;
    const item = itemElement(context, declared.item?.ref);
    if (item) element.structureRef = item;
    return element;
  });
}

export function escalationElement(
  context: CompileContext,
  node: Escalation | undefined,
): EscalationElement | undefined {
  return once(context, node, (declared) => {
    const element = createElement('bpmn:Escalation', { id: context.id(declared) });
    if (declared.code !== undefined) element.escalationCode = declared.code;
    const item = itemElement(context, declared.item?.ref);
    if (item) element.structureRef = item;
    return element;
  });
}

export function itemElement(context: CompileContext, node: Item | undefined): ItemDefinition | undefined {
  return once(context, node, (declared) => {
    const element = createElement('bpmn:ItemDefinition', { id: context.id(declared) });
    if (declared.many) element.isCollection = true;
    if (declared.structure !== undefined)
      element.structureRef = qualifiedName(context.definitions, declared.structure, declared);
    return element;
  });
}

/** The element that a declaration has become, made when first asked for; one of another file is then added to the file's roots. */
function once<N extends AstNode, T extends RootElement>(
  context: CompileContext,
  node: N | undefined,
  make: (node: N) => T,
): T | undefined {
  if (!node) return undefined;
  const known = context.elementOf(node);
  if (known) return known as T;
  const element = make(node);
  context.bind(node, element);
  if (!is(element, 'bpmn:ItemDefinition')) context.name(element, labelOf(node));
  // What this file declares has its place by the order of the text, whoever asks for it first.
  if (!context.declared.has(node)) context.addRoot(element);
  return element;
}
