import { type AstNode, AstUtils, type CstNode, GrammarAST } from 'langium';
import type { Construct } from '../construct.ts';
import { constructFor, constructs } from '../constructs.ts';
import { isEvent, isEventSubProcess, isGateway, isHandler, isPlanItem } from '../generated/ast.ts';

/** What a keyword of the grammar means at its place in the grammar; `undefined` for mere punctuation. */
export function constructOfKeyword(keyword: GrammarAST.Keyword): Construct | undefined {
  const rule = AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule);
  return rule && constructFor(rule.name, keyword.value);
}

/** What the keyword at `leaf` means there; `undefined` if it is no keyword. */
export function constructOfLeaf(leaf: CstNode): Construct | undefined {
  return GrammarAST.isKeyword(leaf.grammarSource) ? constructOfKeyword(leaf.grammarSource) : undefined;
}

/** Elements whose rule holds more words than the one that opens it, and no `kind` that says which. */
const openingWords: Readonly<Record<string, string>> = {
  Handler: 'on',
  Join: 'join',
  Flow: '->',
  MessageFlow: '~>',
  EventSubProcess: 'event',
  Process: 'process',
  Pool: 'pool',
  Define: 'define',
};

/** The construct that an element of the text is: that of the word it opens with. */
export function constructOf(node: AstNode): Construct | undefined {
  const kind = 'kind' in node && typeof node.kind === 'string' ? node.kind : undefined;
  const word = openingWords[node.$type] ?? kind;
  return word ? constructFor(node.$type, word) : firstByRule.get(node.$type);
}

/** The first construct of each rule: its opening word. */
const firstByRule = new Map<string, Construct>();
for (const construct of constructs) {
  for (const rule of construct.rules) if (!firstByRule.has(rule)) firstByRule.set(rule, construct);
}

/** Plan items whose word opens something else as well. */
const itemKinds: Readonly<Record<string, string>> = {
  process: 'process-task',
  case: 'case-task',
  event: 'event-listener',
};

/**
 * The kind of a statement by which clauses and triggers are chosen (`Construct.kinds`): its word, and for handlers and
 * start events also where they stand.
 */
export function clauseKindOf(statement: AstNode): string | undefined {
  if (isPlanItem(statement)) return itemKinds[statement.kind] ?? statement.kind;
  if (isHandler(statement)) {
    return isGateway(statement.$container.$container) ? 'race' : 'on';
  }
  if (isEvent(statement) && statement.kind === 'start' && isEventSubProcess(statement.$container.$container)) {
    return 'event-start';
  }
  return constructOf(statement)?.keyword;
}
