/** Words that open a statement of a body. A test holds this list to the grammar. */
export const STATEMENT_WORDS: readonly string[] = [
  ...['start', 'catch', 'throw', 'end'],
  ...['task', 'user', 'service', 'send', 'receive', 'script', 'rule', 'manual', 'call'],
  ...['subprocess', 'transaction', 'adhoc', 'event'],
  ...['xor', 'or', 'parallel', 'race', 'complex', 'join', 'when', 'otherwise', 'branch', 'on'],
  ...['in', 'lane', 'data', 'store', 'note', 'group', 'association'],
];

/** Words that open an item of a case. A test holds this list to the grammar. */
export const CASE_WORDS: readonly string[] = [
  ...['stage', 'fragment', 'human', 'process', 'case', 'decision', 'task', 'milestone', 'timer', 'event', 'user'],
  ...['role', 'file', 'discretionary', 'note', 'association'],
];

/** Words that open a root element. */
export const ROOT_WORDS: readonly string[] = [
  ...['process', 'case', 'pool', 'collaboration', 'scenario'],
  ...['message', 'error', 'signal', 'escalation', 'item', 'decision', 'define'],
];

/** What documentation may stand before in a process: the opening of everything but `in`, whose lane says it. A test holds this list to the grammar. */
export const DOCUMENTED_WORDS: ReadonlySet<string> = new Set(
  [...STATEMENT_WORDS, ...ROOT_WORDS, '->', '~>'].filter((word) => word !== 'in'),
);

/** Likewise in a case. */
export const DOCUMENTED_CASE_WORDS: ReadonlySet<string> = new Set(CASE_WORDS);
