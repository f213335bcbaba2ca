/** `required`, `repeat` and `manual`: the rules of an item. */
import type { PlanItemKind } from '../../language/index.ts';
import type { Cmmn, ModelElement } from '../../model/index.ts';
import { detailsOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { stringText } from '../literals.ts';
import { type Line, nameOf } from '../statements/element.ts';
import { type Detail, detailOf, type Word } from '../tree.ts';
import type { CasePrintContext, Item } from './case-context.ts';
import { conditionText } from './expressions.ts';
import { isWork, mayWait } from './item-kinds.ts';

const RULES = [
  ['required', 'requiredRule'],
  ['repeat', 'repetitionRule'],
  ['manual', 'manualActivationRule'],
] as const;

type Rule = Cmmn.ManualActivationRule | Cmmn.RepetitionRule | Cmmn.RequiredRule;

/** The words of an item's rules, and what they do not say as details. */
export function addControl(context: CasePrintContext, item: Item, kind: PlanItemKind, line: Line): void {
  const { itemControl: control } = item;
  if (!control) return;
  const inside: Detail[] = [];
  let isMade = false;
  for (const [word, property] of RULES) {
    const rule = control[property];
    if (!rule || !(word === 'manual' ? isWork(kind) : mayWait(kind))) continue;
    isMade = true;
    line.add(word);
    context.makes(item, word, rule);
    const condition = conditionText(context, rule.condition);
    if (condition !== undefined) {
      line.add('if', condition);
      context.makes(item, `${word}/expression`, rule.condition);
    }
    inside.push(...ruleDetails(context, rule, property, condition !== undefined));
  }
  if (isMade) context.makes(item, 'control', control);
  const details = detailsOf(control, new Set(RULES.map(([, property]) => property)), context);
  const extensions = extensionsOf(control, context.prefixes);
  if (inside.length + details.length + extensions.length === 0) return;
  line.parts.push({ words: ['itemControl'], inside: [...details, ...inside], extensions });
}

/** `repetitionRule "…" { … }`: what a rule says besides its condition. */
function ruleDetails(context: CasePrintContext, rule: Rule & ModelElement, key: string, isSaid: boolean): Detail[] {
  const name = nameOf(rule);
  const words: Word[] = [key];
  if (name !== undefined) words.push(stringText(name));
  const inside = detailsOf(rule, new Set(isSaid ? ['name', 'condition'] : ['name']), context);
  const extensions = extensionsOf(rule, context.prefixes);
  return words.length + inside.length + extensions.length > 1 ? [detailOf(words, inside, extensions)] : [];
}
