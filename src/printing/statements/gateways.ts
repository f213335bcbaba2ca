/** Gateways, joins, and the ways out of them. */
import {
  type FlowNode,
  type Gateway,
  is,
  isElement,
  type ModelElement,
  ownPropertyOf,
  type SequenceFlow,
} from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { detailsOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { idOf } from '../ids.ts';
import { hasSpeakingId } from '../made-ids.ts';
import { noteOfKept } from '../refused-code.ts';
import type { Statement, Word } from '../tree.ts';
import { Line, labelWord, nameOf, nameWord, statementOf } from './element.ts';
import { expressionWords } from './events.ts';

export type GatewayWord = 'xor' | 'or' | 'parallel' | 'race' | 'complex';

const gatewayWords: Readonly<Record<string, GatewayWord>> = {
  'bpmn:ExclusiveGateway': 'xor',
  'bpmn:InclusiveGateway': 'or',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:EventBasedGateway': 'race',
  'bpmn:ComplexGateway': 'complex',
};

/** The keyword of a gateway; undefined for other elements. */
export function gatewayWord(element: ModelElement): GatewayWord | undefined {
  return gatewayWords[element.$type];
}

export function gatewayStatement(
  context: PrintContext,
  gateway: Gateway,
  word: GatewayWord,
  more: Partial<Statement>,
): Statement {
  const line = new Line();
  line.add(word, nameWord(gateway, word), labelWord(gateway));
  line.say(...saidByFlows(gateway));
  return statementOf(context, gateway, line, more);
}

/** @param implied the kind that the join would have without a word */
export function joinStatement(
  context: PrintContext,
  gateway: Gateway,
  word: GatewayWord,
  implied: GatewayWord,
  more: Partial<Statement>,
): Statement {
  const line = new Line();
  line.add('join', nameWord(gateway, 'join'), labelWord(gateway));
  if (word !== implied) line.add('as', word);
  line.say(...saidByFlows(gateway));
  return statementOf(context, gateway, line, more);
}

/** What the flows of a gateway say; its direction is left to the layout file where it is that of the flows. */
function saidByFlows({ gatewayDirection, incoming, outgoing }: Gateway): string[] {
  const [meet, part] = [incoming.length > 1, outgoing.length > 1];
  const direction = meet ? (part ? 'Mixed' : 'Converging') : part ? 'Diverging' : undefined;
  return gatewayDirection === direction ? ['default', 'gatewayDirection'] : ['default'];
}

/** Whether a gateway says nothing but that ways meet there, so that the end of a block can stand for it. */
export function isSilent(context: PrintContext, gateway: Gateway): boolean {
  const said = new Set(['name', ...saidByFlows(gateway)]);
  const id = idOf(gateway);
  return (
    nameOf(gateway) === undefined &&
    (id === undefined || !hasSpeakingId(gateway, id)) &&
    !context.associationsFrom.has(gateway) &&
    !context.associationsAt.has(gateway) &&
    detailsOf(gateway, said, context).length === 0 &&
    extensionsOf(gateway, context.prefixes).length === 0
  );
}

/**
 * Whether a way has to say what falling through would not: words of its line, apart from where it leads. `isImmediate`, which some
 * tools write on every way and few engines read, is left to the layout file, so that such a file has not a jump at each step.
 */
export function isFactful(context: PrintContext, flow: SequenceFlow, source: FlowNode): boolean {
  if (nameOf(flow) !== undefined || isDefault(source, flow)) return true;
  if (isElement(ownPropertyOf(flow, 'conditionExpression'))) return true;
  return (
    detailsOf(flow, new Set([...WAY, 'name', 'isImmediate']), context).length > 0 ||
    extensionsOf(flow, context.prefixes).length > 0
  );
}

/** What the place of a way says. */
const WAY = ['sourceRef', 'targetRef', 'conditionExpression'];

export function isDefault(source: FlowNode, flow: SequenceFlow): boolean {
  return source.get('default') === flow;
}

/** `-> step as id "label" if …`. */
export function jumpStatement(context: PrintContext, flow: SequenceFlow, source: FlowNode): Statement {
  return wayStatement(context, flow, source, { to: flow.targetRef as FlowNode });
}

/** `-> next as id "label" if …`: what there is to say of the way to what follows. */
export function nextStatement(context: PrintContext, flow: SequenceFlow, source: FlowNode): Statement {
  return wayStatement(context, flow, source, 'next');
}

/** `-> as id "label" if … { … }`: a way into a block. */
export function blockStatement(
  context: PrintContext,
  flow: SequenceFlow,
  source: FlowNode,
  block: readonly Statement[],
): Statement {
  return { ...wayStatement(context, flow, source, undefined), block };
}

function wayStatement(
  context: PrintContext,
  flow: SequenceFlow,
  source: FlowNode,
  target: Word | undefined,
): Statement {
  const line = new Line();
  line.add('->', target, flowName(flow), labelWord(flow));
  line.say(...WAY);
  if (isDefault(source, flow)) line.add('default');
  else {
    const condition = expressionWords(context, flow, 'conditionExpression', line.said);
    if (condition.length > 0) line.add('if', ...condition);
    else line.add(...noteOfCondition(flow));
  }
  return statementOf(context, flow, line, { kind: 'jump' });
}

/** A jump that only says where: a branch before it says the rest. */
export function bareJump(target: FlowNode): Statement {
  return { words: ['->', { to: target }], kind: 'jump' };
}

export const stop: Statement = { words: ['-> none'], kind: 'jump' };

/** `when "label" …` or the like, one way out of a gateway. */
export function branchStatement(
  context: PrintContext,
  flow: SequenceFlow,
  source: Gateway,
  more: Partial<Statement>,
): Statement {
  const line = new Line();
  const isParallel = gatewayWord(source) === 'parallel';
  const word = isParallel ? 'branch' : isDefault(source, flow) ? 'otherwise' : 'when';
  line.add(word, labelWord(flow));
  line.say(...WAY);
  if (word === 'when') {
    const condition = expressionWords(context, flow, 'conditionExpression', line.said);
    line.add(...(condition.length > 0 ? condition : noteOfCondition(flow)));
  }
  line.add(flowName(flow));
  return statementOf(context, flow, line, { kind: 'branch', ...more });
}

function noteOfCondition({ conditionExpression: condition }: SequenceFlow): Word[] {
  return isElement(condition) ? noteOfKept('condition', ownPropertyOf(condition, 'body')) : [];
}

function flowName(flow: SequenceFlow): Word {
  return { name: { element: flow, base: undefined, as: true } };
}

export function isGateway(node: FlowNode): node is Gateway {
  return is(node, 'bpmn:Gateway');
}
