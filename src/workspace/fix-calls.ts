/** What a call activity runs, made where it is missing. */
import { AstUtils, GrammarUtils } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import { isActivity, isProcess, quotedId } from '../language/index.ts';
import type { ModelChange, NewElement } from '../lint/index.ts';
import { endOf, labelOf } from './fix-made.ts';
import { statementOf, type TextToFix } from './fix-place.ts';

/** A process with a start and an end, behind the one that calls it, and the words that call it. */
export function createCalled(
  text: TextToFix,
  { values: { id, name } }: NewElement,
  all: readonly ModelChange[],
): TextEdit[] | undefined {
  const change = all.find((one) => one.kind === 'set' && one.property === 'calledElement');
  const call = change?.kind === 'set' ? statementOf(text, change.element) : undefined;
  const around = AstUtils.getContainerOfType(call, isProcess)?.$cstNode;
  if (!isActivity(call) || call.clauses.some(({ $type }) => $type === 'Runs')) return undefined;
  if (!around || typeof id !== 'string') return undefined;
  const head = ['label', 'name'].map((part) => GrammarUtils.findNodeForProperty(call.$cstNode, part));
  const last = head.find((part) => part !== undefined) ?? GrammarUtils.findNodeForKeyword(call.$cstNode, 'call');
  const process = `\n\nprocess ${quotedId(id, call)}${labelOf(name)} executable {\n  start\n  end${labelOf(endOf(all)?.name)}\n}`;
  return last && [text.place.insert(last.end, ` runs ${quotedId(id, call)}`), text.place.insert(around.end, process)];
}
