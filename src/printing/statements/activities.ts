/** Tasks, calls and sub-processes, with their markers. */
import {
  type Activity,
  is,
  isElement,
  type LoopCharacteristics,
  type ModelElement,
  type MultiInstanceLoopCharacteristics,
  ownPropertyOf,
  type ScriptTask,
  type StandardLoopCharacteristics,
} from '../../model/index.ts';
import { elementOfType, typeNamed } from '../../schema/index.ts';
import type { PrintContext } from '../context.ts';
import { detailsOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { expressionText, idText, stringText } from '../literals.ts';
import { isRefusedCode, languageOfFile, noteOfKept } from '../refused-code.ts';
import type { Statement, Word } from '../tree.ts';
import { collectionWords } from './collections.ts';
import { Line, labelWord, nameWord, statementOf } from './element.ts';
import { expressionWords } from './events.ts';
import { useWords } from './uses.ts';

const activityWords: Readonly<Record<string, string>> = {
  'bpmn:Task': 'task',
  'bpmn:UserTask': 'user',
  'bpmn:ServiceTask': 'service',
  'bpmn:SendTask': 'send',
  'bpmn:ReceiveTask': 'receive',
  'bpmn:ScriptTask': 'script',
  'bpmn:BusinessRuleTask': 'rule',
  'bpmn:ManualTask': 'manual',
  'bpmn:CallActivity': 'call',
  'bpmn:SubProcess': 'subprocess',
  'bpmn:Transaction': 'transaction',
  'bpmn:AdHocSubProcess': 'adhoc',
};

/** The keyword of an activity; undefined for what the language has none for. */
export function activityWord(element: ModelElement): string | undefined {
  if (isEventSubProcess(element)) return 'event subprocess';
  return activityWords[element.$type];
}

/** Outside the flow, as a statement of its own kind. */
export function isEventSubProcess(element: ModelElement): boolean {
  return element.$type === 'bpmn:SubProcess' && element.get('triggeredByEvent') === true;
}

export function activityStatement(
  context: PrintContext,
  activity: Activity,
  word: string,
  more: Partial<Statement>,
): Statement {
  const line = new Line();
  line.add(word, nameWord(activity, word === 'event subprocess' ? 'eventSubprocess' : word), labelWord(activity));
  line.say('flowElements', 'artifacts', 'laneSets', 'default');
  line.say('triggeredByEvent', 'isForCompensation', 'loopCharacteristics');
  if (word !== 'event subprocess') {
    line.add(...operandWords(context, activity, line), ...markerWords(context, activity, line));
    line.add(...useWords(context, activity, line));
  }
  return statementOf(context, activity, line, more);
}

/** What is called, which message is sent, the script. */
function operandWords(context: PrintContext, activity: Activity, line: Line): Word[] {
  if (is(activity, 'bpmn:CallActivity')) {
    const called = ownPropertyOf(activity, 'calledElement');
    line.say('calledElement');
    return typeof called === 'string' && /^[^'\n\r]+$/.test(called) ? ['runs', idText(called)] : [];
  }
  if (is(activity, 'bpmn:SendTask') || is(activity, 'bpmn:ReceiveTask')) {
    const message = context.referred(activity, 'messageRef', 'bpmn:Message');
    line.say('messageRef');
    return message ? ['message', { to: message }] : [];
  }
  return is(activity, 'bpmn:ScriptTask') ? scriptWords(context, activity, line) : [];
}

function scriptWords({ definitions }: PrintContext, task: ScriptTask, line: Line): Word[] {
  const { script, scriptFormat } = task;
  line.say('script', 'scriptFormat');
  const code = script === undefined ? undefined : script === '' ? '``' : expressionText(script);
  if (code === undefined || isRefusedCode(script, scriptFormat, definitions)) return noteOfKept('script', script);
  // Without one the layout file says so.
  return scriptFormat === undefined || scriptFormat === languageOfFile(definitions)
    ? [code]
    : [code, 'language', stringText(scriptFormat)];
}

function markerWords(context: PrintContext, activity: Activity, line: Line): Word[] {
  const loop = ownPropertyOf(activity, 'loopCharacteristics');
  const words = isElement(loop) ? loopWords(context, activity, loop as LoopCharacteristics, line) : [];
  return activity.isForCompensation ? [...words, 'compensation'] : words;
}

function loopWords(context: PrintContext, activity: Activity, loop: LoopCharacteristics, line: Line): Word[] {
  const said = new Set<string>();
  const words = is(loop, 'bpmn:StandardLoopCharacteristics')
    ? standardWords(context, loop, said)
    : is(loop, 'bpmn:MultiInstanceLoopCharacteristics')
      ? multipleWords(context, loop, said, collectionWords(context, activity, loop, line))
      : [];
  const inside = detailsOf(loop, said, context);
  const extensions = extensionsOf(loop, context.prefixes);
  const type = typeNamed(loop.$type);
  if (type && inside.length + extensions.length + (isBare(words) ? 1 : 0) > 0)
    line.parts.push({ words: [elementOfType(type)], inside, extensions });
  return words;
}

/** `for each` without a name has `with` behind it, however little there is to say. */
function isBare([first, second]: readonly Word[]): boolean {
  return first === 'for each' && (second === undefined || second === 'sequential' || second === 'until');
}

function standardWords(context: PrintContext, loop: StandardLoopCharacteristics, said: Set<string>): Word[] {
  const condition = expressionWords(context, loop, 'loopCondition', said);
  const words: Word[] = condition.length > 0 ? ['loop', 'while', ...condition] : ['loop'];
  said.add('testBefore').add('loopMaximum');
  if (loop.testBefore) words.push('test-before');
  if (loop.loopMaximum !== undefined) words.push('max', String(loop.loopMaximum));
  return words;
}

/** @param collection the item and what it comes from, if the words can have it */
function multipleWords(
  context: PrintContext,
  loop: MultiInstanceLoopCharacteristics,
  said: Set<string>,
  collection: readonly Word[],
): Word[] {
  const times = expressionWords(context, loop, 'loopCardinality', said);
  const until = expressionWords(context, loop, 'completionCondition', said);
  said.add('isSequential');
  if (collection.length > 0) said.add('loopDataInputRef').add('inputDataItem');
  return [
    times.length > 0 && collection.length === 0 ? 'for' : 'for each',
    ...collection,
    ...(times.length > 0 ? ['times', ...times] : []),
    ...(loop.isSequential ? ['sequential'] : []),
    ...(until.length > 0 ? ['until', ...until] : []),
  ];
}
