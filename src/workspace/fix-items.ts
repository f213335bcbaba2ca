/** Which rules items of a case have, in a text: `required`, `repeat` and `manual`, each with its condition. */
import { AstUtils, GrammarUtils } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import { extensionsOf, isCaseBlock, isPlanItem, stretchOf } from '../language/index.ts';
import type { ModelChange } from '../lint/index.ts';
import { is, type ModelElement } from '../model/index.ts';
import { type AddTo, statementOf, type TextToFix } from './fix-place.ts';
import { commentsIn } from './fix-statements.ts';

type Gather = Extract<ModelChange, { readonly kind: 'gather' }>;

const words: Readonly<Record<string, string>> = {
  'cmmn:RequiredRule': 'required',
  'cmmn:RepetitionRule': 'repeat',
  'cmmn:ManualActivationRule': 'manual',
};

/** Says behind the head of an item that it starts by itself. */
export function sayControl(text: TextToFix, { parent, element }: AddTo): TextEdit[] | undefined {
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

/** Puts the one item of a fragment in the place of the fragment; none where something refers to that, or a comment would go. */
export function inlineFragment(text: TextToFix, fragment: ModelElement): TextEdit[] | undefined {
  const statement = statementOf(text, fragment);
  const [only, ...others] = isPlanItem(statement) ? (statement.body?.items ?? []) : [];
  const [own, inner] = [stretchOf(statement), stretchOf(only)];
  if (!isPlanItem(statement) || !isPlanItem(only) || others.length > 0 || !own || !inner) return undefined;
  const isNamed = AstUtils.streamAllContents(text.root)
    .flatMap((node) => AstUtils.streamReferences(node))
    .some(({ reference }) => 'ref' in reference && reference.ref === statement);
  const isBare = statement.clauses.length + statement.docs.length + extensionsOf(statement).length === 0;
  if (isNamed || !isBare || statement.with || commentsIn(statement).length > 0) return undefined;
  const lines = text.place.unindented(inner).split('\n');
  const deeper = lines.join(`\n${text.place.indentAt(own.offset)}`);
  return [text.place.replace(own, deeper)];
}

/** Puts items that stand on lines of their own, one behind the other, into a stage. */
export function gatherItems({ place, ...text }: TextToFix, { items, name }: Gather): TextEdit[] | undefined {
  const statements = items.map((item) => statementOf({ place, ...text }, item));
  const [first, last] = [statements[0], statements.at(-1)];
  const block = first?.$container;
  if (!block || !last || !isCaseBlock(block)) return undefined;
  const lines: readonly unknown[] = block.items;
  const isRun = statements.every((one, index) => isPlanItem(one) && lines[lines.indexOf(first) + index] === one);
  const [start, end] = [stretchOf(first)?.offset, stretchOf(last)?.end];
  if (!isRun || start === undefined || end === undefined || !place.endsLine(end)) return undefined;
  const indent = place.indentAt(start);
  const said = place.unindented({ offset: start, end }).split(/\r?\n/);
  const written = [`stage ${JSON.stringify(name)} autocomplete {`, ...said.map((line) => line && `  ${line}`), '}'];
  return [
    place.replace(
      { offset: start, end },
      written.map((line, at) => (at > 0 && line ? indent + line : line)).join('\n'),
    ),
  ];
}
