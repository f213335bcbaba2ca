/** Puts a start, an end or a join into a text. */
import { type AstNode, GrammarUtils } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import {
  type Block,
  groupStatements,
  idsOf,
  insertAfter,
  insertBefore,
  isBlock,
  isGateway,
  isInLane,
  isJoin,
  isLane,
  quotedId,
  type Statement,
} from '../language/index.ts';
import type { ModelChange } from '../lint/index.ts';
import { is } from '../model/index.ts';
import { joinedBy, jumpsTo, nameInText, statementOf, type TextToFix } from './fix-place.ts';
import { isHeld } from './fix-statements.ts';

type Insert = Extract<ModelChange, { readonly kind: 'insert' }>;
type Retype = Extract<ModelChange, { readonly kind: 'retype' }>;
type GatewayType = Retype['type'];

/** None where the order of the text would not say what is meant: the lines around it would lead elsewhere. */
export function insertNode(text: TextToFix, { type, where, nodes }: Insert): TextEdit[] | undefined {
  const [node, ...others] = nodes;
  if (others.length > 0 || !is(node, 'bpmn:FlowNode')) return undefined;
  const block = where === 'after' ? joinedBy(text, node) : undefined;
  const statement = block ?? statementOf(text, node);
  if (!statement || !isBlock(statement.$container) || isHeld(statement)) return undefined;
  if (type === 'bpmn:StartEvent') return one(insertBefore(text.place, statement as Statement, 'start'));
  if (type === 'bpmn:EndEvent') return endBehind(text, statement, statement.$container);
  if (where === 'before') return joinBefore(text, statement, statement.$container, type);
  return type === 'bpmn:ParallelGateway' ? splitBehind(text, statement, statement.$container) : undefined;
}

/** Jumps that are all taken become the branches of a gateway. None where one says more than where it leads, or more hangs on the step. */
function splitBehind({ place }: TextToFix, statement: AstNode, block: Block): TextEdit[] | undefined {
  const item = stepsOf(block).find(({ node }) => node === statement);
  const step = statement.$cstNode;
  const jumps = item?.jumps.flatMap(({ $cstNode }) => $cstNode ?? []) ?? [];
  const [first, last] = [jumps[0], jumps.at(-1)];
  if (!item || !step || !first || !last || item.handlers.length + item.notes.length + item.messages.length > 0)
    return undefined;
  const targets = jumps.map(({ text }) => /^->\s*(\S+)$/.exec(text)?.[1]);
  const start = place.sameLine(step.end, first.offset) ? step.end : place.endOfLine(step.end);
  const said = place.textDocument.getText().slice(start, last.end);
  // What else stands there is a comment.
  if (said.replace(/\s/g, '') !== targets.map((target) => `->${target}`).join('')) return undefined;
  const branches = targets.map((target) => `branch -> ${target}`);
  if (!place.endsLine(last.end))
    return [place.replace({ offset: first.offset, end: last.end }, `parallel { ${branches.join('  ')} }`)];
  const lines = ['', 'parallel {', ...branches.map((branch) => `  ${branch}`), '}'];
  return [place.replace({ offset: start, end: last.end }, lines.join(`\n${place.indentAt(step.offset)}`))];
}

/** The kind of a join is the word behind `as`; behind a block it is that of the block where nothing is said. */
export function otherJoin(text: TextToFix, { node, type }: Retype): TextEdit[] | undefined {
  const statement = statementOf(text, node);
  if (!statement || !isJoin(statement)) return undefined;
  const kind = GrammarUtils.findNodeForProperty(statement.$cstNode, 'kind');
  if (kind) return [text.place.replace(kind, joinWords[type])];
  const parts = ['label', 'name'].map((part) => GrammarUtils.findNodeForProperty(statement.$cstNode, part));
  const head = parts.find((part) => part !== undefined) ?? GrammarUtils.findNodeForKeyword(statement.$cstNode, 'join');
  return head && !statement.asWord ? [text.place.insert(head.end, ` as ${joinWords[type]}`)] : undefined;
}

const joinWords: Readonly<Record<GatewayType, string>> = {
  'bpmn:ExclusiveGateway': 'xor',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:InclusiveGateway': 'or',
};

function one(edit: TextEdit | undefined): TextEdit[] | undefined {
  return edit && [edit];
}

/** Only behind the last step of a block, and where no handler comes back to what follows that step. */
function endBehind(text: TextToFix, statement: AstNode, block: Block): TextEdit[] | undefined {
  const items = stepsOf(block);
  const item = items.find((each) => each.node === statement);
  if (!item || items.at(-1) !== item || item.handlers.length > 0) return undefined;
  const [jump, ...jumps] = item.jumps;
  // `-> none` says that nothing follows.
  if (jump?.none && jump.$cstNode && jumps.length === 0) return [text.place.replace(jump.$cstNode, 'end')];
  if (jump) return undefined;
  const last = block.statements.at(-1);
  const isNoted = item.notes.length + item.messages.length > 0;
  return last && (last === statement || isNoted) ? one(insertAfter(text.place, last, 'end')) : undefined;
}

/** The steps of a sequence, which goes through the blocks of lanes. */
function stepsOf(inner: Block) {
  let block = inner;
  while (isInLane(block.$container) || isLane(block.$container)) block = block.$container.$container;
  const isRace = isGateway(block.$container) && block.$container.kind === 'race';
  return groupStatements(block.statements, isRace).items;
}

/** A join before a step, to which all jumps to the step lead then. Behind a gateway's block it would be the join of that. */
function joinBefore(text: TextToFix, statement: AstNode, block: Block, type: GatewayType): TextEdit[] | undefined {
  const items = stepsOf(block);
  const before = items[items.findIndex(({ node }) => node === statement) - 1];
  const name = nameInText(statement);
  const { taken } = idsOf(text.root);
  if (name === undefined || isGateway(before?.node)) return undefined;
  let id = `${name}Join`;
  for (let number = 2; taken.has(id); number++) id = `${name}Join${number}`;
  const written = quotedId(id, statement);
  const kind = type === 'bpmn:ExclusiveGateway' ? '' : ` as ${joinWords[type]}`;
  const edits = [insertBefore(text.place, statement as Statement, `join ${written}${kind}`)];
  for (const jump of jumpsTo(text, statement)) {
    const target = GrammarUtils.findNodeForProperty(jump.$cstNode, 'target');
    edits.push(target && text.place.replace(target, written));
  }
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}
