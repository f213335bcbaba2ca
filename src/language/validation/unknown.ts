import type { ValidationAcceptor } from 'langium';
import { closestTo } from '../../base/spelling.ts';
import type { Unknown, UnknownItem, UnknownRoot } from '../generated/ast.ts';
import { CASE_WORDS, ROOT_WORDS, STATEMENT_WORDS } from '../statement-words.ts';
import { report } from './report.ts';
import { reportStrayWords, wordTakenForName } from './stray-words.ts';

/** What a step, a handler or a branch may say besides, on its line. */
const BEHIND_STEPS: readonly string[] = [
  ...['as', 'if', 'with', 'on', 'non-interrupting', 'reads', 'writes', 'into', 'from', 'runs', 'about'],
  ...['message', 'timer', 'after', 'at', 'every', 'error', 'signal', 'escalation', 'condition', 'compensation', 'link'],
  ...['terminate', 'cancel', 'loop', 'while', 'test-before', 'max', 'for', 'each', 'times', 'sequential', 'until'],
  ...['default', 'next', 'none', 'language'],
];

/** Likewise a root element. */
const BEHIND_ROOTS: readonly string[] = ['as', 'pool', 'executable', 'with', 'runs', 'code'];

/** Steps that people call by the name of their picture or their XML, and the word of the language. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  usertask: 'user',
  servicetask: 'service',
  sendtask: 'send',
  receivetask: 'receive',
  scripttask: 'script',
  manualtask: 'manual',
  businessrule: 'rule',
  businessruletask: 'rule',
  callactivity: 'call',
  gateway: 'xor',
  exclusive: 'xor',
  exclusivegateway: 'xor',
  inclusive: 'or',
  parallelgateway: 'parallel',
  and: 'parallel',
  startevent: 'start',
  endevent: 'end',
  if: 'when',
  else: 'otherwise',
  case: 'when',
  default: 'otherwise',
  participant: 'pool',
  merge: 'join',
  annotation: 'note',
  comment: 'note',
  stop: 'end',
  activity: 'task',
  human: 'user',
  stage: 'subprocess',
  file: 'data',
  role: 'lane',
  step: 'task',
};

/** A statement that opens with a word that the language does not have. */
export function checkUnknown(node: Unknown, accept: ValidationAcceptor): void {
  if (node.word !== undefined && reportStrayWords(node, accept)) return;
  const isOfLine = isBehind(node) && !wordTakenForName(node);
  checkWord(node, isOfLine ? { ...BEHIND, words: [...BEHIND_STEPS, ...STATEMENT_WORDS] } : STEP, accept);
}

/** What people call plan items by the name of their picture, their XML or a process. */
const OTHER_NAMES_IN_CASES: Readonly<Record<string, string>> = {
  humantask: 'human',
  usertask: 'human',
  processtask: 'process',
  call: 'process',
  callactivity: 'process',
  casetask: 'case',
  decisiontask: 'decision',
  rule: 'decision',
  service: 'task',
  send: 'task',
  receive: 'event',
  script: 'task',
  subprocess: 'stage',
  planfragment: 'fragment',
  casefileitem: 'file',
  data: 'file',
  store: 'file',
  lane: 'role',
  pool: 'role',
  timereventlistener: 'timer',
  usereventlistener: 'user',
  eventlistener: 'event',
  listener: 'event',
  optional: 'discretionary',
  phase: 'stage',
  group: 'stage',
  goal: 'milestone',
  actor: 'role',
  document: 'file',
};

/** What people call what stands behind an item, and the word of the language. */
const OTHER_CLAUSES: Readonly<Record<string, string>> = {
  enters: 'enter',
  entry: 'enter',
  entrycriterion: 'enter',
  exits: 'exit',
  exitcriterion: 'exit',
  repeats: 'repeat',
  repetition: 'repeat',
  require: 'required',
  performer: 'by',
  call: 'runs',
  calls: 'runs',
};

const CLAUSE_WORDS = [
  'enter',
  'exit',
  'required',
  'repeat',
  'autocomplete',
  'manual',
  'non-blocking',
  'through',
  'targets',
];

const NO_EVENTS = 'A case has no start and no end: its items begin when their criteria are met. Remove this.';
const NO_GATEWAYS =
  'A case has no gateways: each item says what it waits for, as `enter when check completes`. Remove this.';

/** Words of processes for what cases do not have at all. */
const NOT_IN_CASES: Readonly<Record<string, string>> = {
  ...{ start: NO_EVENTS, end: NO_EVENTS, stop: NO_EVENTS },
  ...{ xor: NO_GATEWAYS, or: NO_GATEWAYS, parallel: NO_GATEWAYS, race: NO_GATEWAYS, gateway: NO_GATEWAYS },
  ...{ join: NO_GATEWAYS, branch: NO_GATEWAYS, otherwise: NO_GATEWAYS },
};

/** An item of a case that opens with a word that cases do not have; behind an item it may be a clause of it. */
export function checkUnknownItem(node: UnknownItem, accept: ValidationAcceptor): void {
  const word = node.word?.toLowerCase() ?? '';
  const without = NOT_IN_CASES[word];
  const clause = isBehindItem(node) ? (OTHER_CLAUSES[word] ?? closestTo(word, CLAUSE_WORDS)) : undefined;
  if (without) report(accept, 'error', 'flow-in-case', without, node, { property: 'word' });
  else if (clause) {
    const message = `Unknown word \`${node.word}\`, did you mean \`${clause}\`?`;
    report(accept, 'error', 'unknown-word', message, node, { property: 'word', data: { suggestion: clause } });
  } else checkItemWord(node, accept);
}

function isBehindItem({ $container, $containerIndex = 0, word, body }: UnknownItem): boolean {
  const before = $container.$type === 'CaseBlock' ? $container.items[$containerIndex - 1] : undefined;
  return word !== undefined && !body && before?.$type === 'PlanItem' && !before.body;
}

function checkItemWord(node: UnknownItem, accept: ValidationAcceptor): void {
  const advice = 'Begin with a word such as `human`, `stage` or `milestone`.';
  checkWord(node, { noun: 'item', words: CASE_WORDS, advice }, accept);
}

/** A root element that opens with a word that the language does not have. */
export function checkUnknownRoot(node: UnknownRoot, accept: ValidationAcceptor): void {
  checkWord(node, isBehind(node) ? { ...BEHIND, words: BEHIND_ROOTS } : ROOT, accept);
}

/** Whether a word goes on with the line of what stands before it. */
function isBehind({ $container, $containerIndex = 0, $cstNode }: Unknown | UnknownRoot): boolean {
  const siblings =
    $container.$type === 'Block' ? $container.statements : 'elements' in $container ? $container.elements : [];
  const { $type, $cstNode: before } = siblings[$containerIndex - 1] ?? {};
  // A lane holds the step behind it.
  return (
    before !== undefined &&
    $type !== 'InLane' &&
    before.range.end.line === $cstNode?.range.start.line &&
    !before.text.endsWith('}')
  );
}

interface Vocabulary {
  readonly noun: string;
  readonly words: readonly string[];
  /** What to do where no word is near. */
  readonly advice: string;
}

const STEP: Vocabulary = {
  noun: 'step',
  words: STATEMENT_WORDS,
  advice: 'Begin with a word such as `task`, `xor` or `end`.',
};
const ROOT: Vocabulary = {
  noun: 'element',
  words: ROOT_WORDS,
  advice: 'Begin with a word such as `process`, `pool` or `message`.',
};
/** What stands behind something on its line. */
const BEHIND: Omit<Vocabulary, 'words'> = {
  noun: 'word',
  advice: 'Text stands in double quotes; a statement of its own begins with a word such as `task` or `process`.',
};

function checkWord(
  node: Unknown | UnknownItem | UnknownRoot,
  vocabulary: Vocabulary,
  accept: ValidationAcceptor,
): void {
  if (node.word === undefined) reportBlock(node, accept);
  else reportWord(node, node.word, vocabulary, accept);
}

/** A block that went back to a damaged header needs no word: what is wrong with the header is told there. */
function reportBlock(node: Unknown | UnknownItem | UnknownRoot, accept: ValidationAcceptor): void {
  if (!node.body) return;
  const message = isBehindPool(node)
    ? 'A pool with steps is a process: write `process` and its name, then `as`, before `pool`.'
    : 'What stands before this block has none. Remove the braces, or put a header such as `subprocess` before them.';
  const range = node.body?.$cstNode?.range;
  const brace = range && { start: range.start, end: { line: range.start.line, character: range.start.character + 1 } };
  accept('error', message, { node, range: brace, code: 'stray-block', data: { code: 'stray-block' } });
}

function isBehindPool({ $container, $containerIndex = 0 }: Unknown | UnknownItem | UnknownRoot): boolean {
  return $container.$type === 'Model' && $container.elements[$containerIndex - 1]?.$type === 'Pool';
}

/** `item` inside a process: misplaced at the beginning of a line, else meant as a name. */
function reportRootWord(node: Unknown, word: string, accept: ValidationAcceptor): void {
  const asName = `If it is meant as a name, write it in single quotes: '${word}'.`;
  const message = `\`${word}\` stands at the top of a file. Move it out of the process. ${asName}`;
  report(accept, 'error', 'root-word', opensLine(node) ? message : `\`${word}\` cannot stand here. ${asName}`, node, {
    property: 'word',
    data: { suggestion: `'${word}'` },
  });
}

function opensLine({ $cstNode }: Unknown): boolean {
  const before = $cstNode?.root.fullText.slice(0, $cstNode.offset) ?? '';
  return before.slice(before.lastIndexOf('\n') + 1).trim() === '';
}

function reportWord(
  node: Unknown | UnknownItem | UnknownRoot,
  word: string,
  { noun, words, advice: otherwise }: Vocabulary,
  accept: ValidationAcceptor,
): void {
  if (node.$type === 'Unknown' && ROOT_WORDS.includes(word)) {
    reportRootWord(node, word, accept);
    return;
  }
  const taken = node.$type === 'UnknownRoot' ? undefined : wordTakenForName(node);
  const said = taken?.text ?? word;
  const others = node.$type === 'UnknownItem' ? OTHER_NAMES_IN_CASES : OTHER_NAMES;
  const meant = others[said.toLowerCase()] ?? closestTo(said, words);
  const advice = meant ? `, did you mean \`${meant}\`?` : `. ${otherwise}`;
  const data = { code: 'unknown-word', ...(meant && { suggestion: meant }) };
  const message = `Unknown ${noun} \`${said}\`${advice}`;
  accept('error', message, {
    node,
    property: 'word',
    ...(taken && { range: taken.range }),
    code: 'unknown-word',
    data,
  });
}
