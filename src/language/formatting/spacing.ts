/** The blanks within a line. */
import type { AstNode } from 'langium';
import { isExpression, isFlow, isListValue } from '../generated/ast.ts';
import { isHeld, isUnknown, ruleOf, type Token } from './tokens.ts';

/** How many blanks stand between two tokens of one line: two between statements, one between words, none where they are one word. */
export function blanksBetween(before: Token, token: Token): 0 | 1 | 2 {
  if (before.isComment || token.isComment) return 1;
  if (isGlued(before, token)) return 0;
  if (before.text === '{' || before.text === ',' || token.text === '{') return 1;
  return (token.opens && isApart(token.opens)) || isFurtherExpectation(token) ? 2 : 1;
}

/** Whether the two are written as one word, so that no line ends between them. */
export function isGlued(before: Token, token: Token): boolean {
  if (['@', '(', '[', '.', '..'].includes(before.text)) return true;
  if ([',', '(', ')', '.', '..', ']'].includes(token.text)) return true;
  if (token.text === '[') return isOfName(before, token);
  if (token.text === ':') return colon(token) !== 'apart';
  return before.text === ':' && colon(before) === 'within';
}

/** Whether an opening bracket belongs to the name before it: `offers[]`, `photos[1..*]`. */
function isOfName(before: Token, bracket: Token): boolean {
  const isMany = ruleOf(bracket) === 'FileMultiplicity' || isAssigned(bracket, 'many');
  return isMany && before.leaf.grammarSource?.$type === 'RuleCall';
}

function isAssigned({ leaf }: Token, feature: string): boolean {
  const assignment = leaf.grammarSource?.$container;
  return assignment?.$type === 'Assignment' && 'feature' in assignment && assignment.feature === feature;
}

/** `zeebe:input` is one word, `key: value` has a key, `crm : Item` a type. */
function colon(token: Token): 'within' | 'behind' | 'apart' {
  switch (ruleOf(token)) {
    case 'QName':
    case 'Extension':
      return 'within';
    case 'Detail':
    case 'ExtensionPart':
    case 'Entry':
      return 'behind';
    default:
      return 'apart';
  }
}

/** Whether what begins here is set off from what stands before it in the line. */
function isApart(node: AstNode): boolean {
  if (isFlow(node) || isHeld(node) || isUnknown(node) || isListValue(node.$container)) return false;
  return !['extensions', 'entries', 'parts'].includes(node.$containerProperty ?? '');
}

/** Whether something more that is expected begins: `expect end done  never book`. */
function isFurtherExpectation({ leaf }: Token): boolean {
  const node = isExpression(leaf.astNode) ? leaf.astNode.$container : leaf.astNode;
  return (
    node.$containerProperty === 'expectations' &&
    (node.$containerIndex ?? 0) > 0 &&
    node.$cstNode?.offset === leaf.offset
  );
}
