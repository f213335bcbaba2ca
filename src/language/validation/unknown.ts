import type { ValidationAcceptor } from 'langium';
import type { Unknown, UnknownRoot } from '../generated/ast.ts';
import { closestTo } from '../spelling.ts';
import { ROOT_WORDS, STATEMENT_WORDS } from '../statement-words.ts';
import { report } from './report.ts';

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
  step: 'task',
};

/** A statement that opens with a word that the language does not have. */
export function checkUnknown(node: Unknown, accept: ValidationAcceptor): void {
  reportUnknown(node, 'step', STATEMENT_WORDS, accept);
}

/** A root element that opens with a word that the language does not have. */
export function checkUnknownRoot(node: UnknownRoot, accept: ValidationAcceptor): void {
  reportUnknown(node, 'element', ROOT_WORDS, accept);
}

function reportUnknown(
  node: Unknown | UnknownRoot,
  noun: string,
  words: readonly string[],
  accept: ValidationAcceptor,
): void {
  const { word } = node;
  const meant = OTHER_NAMES[word.toLowerCase()] ?? closestTo(word, words);
  const advice = meant
    ? `, did you mean \`${meant}\`?`
    : `. Begin with a word such as ${words
        .slice(0, 3)
        .map((one) => `\`${one}\``)
        .join(', ')}.`;
  const data = meant ? { data: { suggestion: meant } } : {};
  report(accept, 'error', 'unknown-word', `Unknown ${noun} \`${word}\`${advice}`, node, { property: 'word', ...data });
}
