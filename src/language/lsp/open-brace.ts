import type { AstNode } from 'langium';
import type { Construct } from '../construct.ts';
import { isCase, isCollaboration, isInLane, isPlanItem, isProcess } from '../generated/ast.ts';

/** The brace is punctuation in the table's eyes; after the header of what goes on in a block it is the likeliest word. */
export const openBrace: Construct = {
  keyword: '{',
  rules: ['Block', 'CaseBlock', 'ScenarioBlock', 'Collaboration', 'Lane'],
  role: 'control',
  term: 'Block',
  means: 'Opens the block of the statement.',
  snippet: '{\n\t$0\n}',
  example: 'in clerk "Clerk" {\n  user check "Check"\n}',
  kinds: [
    ...['xor', 'or', 'parallel', 'race', 'complex', 'when', 'otherwise', 'branch', 'on', '->', 'in'],
    ...['process', 'subprocess', 'transaction', 'adhoc', 'event', 'collaboration', 'lane'],
    ...['case', 'stage', 'fragment', 'human', 'file', 'scenario'],
  ],
};

/** Whether a header lacks the block that it is nothing without, so that a brace on a line of its own is its. */
export function isOpenHeader(statement: AstNode | undefined): boolean {
  if (isCollaboration(statement)) return statement.members.length === 0 && !statement.$cstNode?.text.endsWith('}');
  if (isProcess(statement) || isCase(statement) || isInLane(statement)) return !statement.body;
  return isPlanItem(statement) && !statement.body && (statement.kind === 'stage' || statement.kind === 'fragment');
}
