/** Which rules items of a case have, in a text: `required`, `repeat` and `manual`, each with its condition. */
import { GrammarUtils } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import { isPlanItem } from '../language/index.ts';
import type { ModelChange } from '../lint/index.ts';
import { is, type ModelElement } from '../model/index.ts';
import { statementOf, type TextToFix } from './fix-place.ts';

type Add = Extract<ModelChange, { readonly kind: 'add' }>;

const words: Readonly<Record<string, string>> = {
  'cmmn:RequiredRule': 'required',
  'cmmn:RepetitionRule': 'repeat',
  'cmmn:ManualActivationRule': 'manual',
};

/** Says behind the head of an item that it starts by itself. */
export function sayControl(text: TextToFix, { parent, element }: Add): TextEdit[] | undefined {
  const isControl = is(parent, 'cmmn:PlanItemControl');
  const item = isControl ? parent.$parent : parent;
  const rule = isControl ? element : element.values.manualActivationRule;
  const isOfItem = is(item, 'cmmn:PlanItem') || is(item, 'cmmn:DiscretionaryItem');
  const statement = isOfItem ? statementOf(text, item) : undefined;
  if (!isPlanItem(statement) || !JSON.stringify(rule).includes('"body":"false"')) return undefined;
  const head = ['label', 'name', 'kind'].map((part) => GrammarUtils.findNodeForProperty(statement.$cstNode, part));
  const last = head.find((part) => part !== undefined);
  return last && [text.place.insert(last.end, ' manual if `false`')];
}

/** Takes a rule away, or its condition. What stands in `with` has no such fix. */
export function removeControl(text: TextToFix, element: ModelElement): TextEdit[] | undefined {
  const isCondition = is(element, 'cmmn:Expression');
  const rule = isCondition ? element.$parent : element;
  const item = rule?.$parent?.$parent;
  const isOfItem = is(item, 'cmmn:PlanItem') || is(item, 'cmmn:DiscretionaryItem');
  const statement = isOfItem ? statementOf(text, item) : undefined;
  if (!rule || !isPlanItem(statement)) return undefined;
  const clause = statement.clauses.find((one) => one.$type === 'ItemRule' && one.kind === words[rule.$type]);
  if (!clause?.$cstNode) return undefined;
  if (!isCondition) return [text.place.remove(clause.$cstNode)];
  const word = GrammarUtils.findNodeForKeyword(clause.$cstNode, 'if');
  return word && [text.place.remove({ offset: word.offset, end: clause.$cstNode.end })];
}
