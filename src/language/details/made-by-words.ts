/** Parts that the words of an element make: `with` adds to them, it does not make them a second way. */
import type { AstNode } from 'langium';
import { elementOfType } from '../../schema/index.ts';
import { type Detail, isCase, isFileItem } from '../generated/ast.ts';
import { type DetailEntry, detailsOf } from './detail-entry.ts';

interface MadePart {
  /** The property that holds it. */
  readonly property: string;
  /** The names of the elements that the words of a node make of it. */
  readonly made: (node: AstNode) => readonly string[];
  /** The words; the rest of a sentence that begins with "Write". */
  readonly words: string;
}

const triggerElements: Readonly<Record<string, string>> = {
  MessageTrigger: 'messageEventDefinition',
  SignalTrigger: 'signalEventDefinition',
  ErrorTrigger: 'errorEventDefinition',
  EscalationTrigger: 'escalationEventDefinition',
  TimerTrigger: 'timerEventDefinition',
  ConditionTrigger: 'conditionalEventDefinition',
  CompensationTrigger: 'compensateEventDefinition',
  LinkTrigger: 'linkEventDefinition',
  CancelTrigger: 'cancelEventDefinition',
  TerminateTrigger: 'terminateEventDefinition',
};

const loopElements: Readonly<Record<string, string>> = {
  Loop: 'standardLoopCharacteristics',
  Each: 'multiInstanceLoopCharacteristics',
};

const parts: readonly MadePart[] = [
  { property: 'eventDefinitions', made: (node) => namesIn(node, 'triggers', triggerElements), words: 'the trigger' },
  {
    property: 'loopCharacteristics',
    made: (node) => namesIn(node, 'clauses', loopElements),
    words: '`loop` or `for each`',
  },
  {
    property: 'conditionExpression',
    made: (node) => ('condition' in node && node.condition ? ['conditionExpression'] : []),
    words: 'the condition, behind `if` or the label',
  },
  {
    property: 'participantMultiplicity',
    made: (node) => ('multiple' in node && node.multiple ? ['participantMultiplicity'] : []),
    words: 'the multiplicity, as `[2..5]`',
  },
  {
    property: 'dataState',
    made: (node) => ('stated' in node && node.stated ? ['dataState'] : []),
    words: 'the state, as `["state"]`',
  },
  { property: 'caseFileModel', made: (node) => madeBy(node, 'FileItem', 'caseFileModel'), words: '`file` items' },
  { property: 'caseRoles', made: (node) => madeBy(node, 'Role', 'caseRoles'), words: '`role` lines' },
  { property: 'children', made: (node) => madeBy(node, 'FileItem', 'children'), words: '`file` items' },
  {
    property: 'timerExpression',
    made: (node) => namesIn(node, 'clauses', { TimerValue: 'timerExpression' }),
    words: '`after`, `at` or `every` and the time',
  },
];

function namesIn(node: AstNode, list: string, names: Readonly<Record<string, string>>): string[] {
  const parts: unknown = Object.entries(node).find(([name]) => name === list)?.[1];
  return Array.isArray(parts) ? parts.flatMap(({ $type }: AstNode) => names[$type] ?? []) : [];
}

function madeBy(node: AstNode, type: string, name: string): string[] {
  const items: readonly AstNode[] = isCase(node) || isFileItem(node) ? (node.body?.items ?? []) : [];
  return items.some(({ $type }) => $type === type) ? [name] : [];
}

/**
 * The words that make the part which a detail speaks of, where they are not there: it would add to nothing.
 * @param detail undefined for one that is not written yet: whether the words are there at all
 * @param block the element whose `with` the detail stands in; what a detail holds has no words
 */
export function missingWords(
  detail: Detail | undefined,
  { property, through, type }: DetailEntry,
  block: AstNode,
): string | undefined {
  if (block.$type === 'Detail' || block.$type === 'Define' || through || !type || type.isAbstract) return undefined;
  const part = parts.find((one) => one.property === property.name);
  if (!part) return undefined;
  const name = property.element === '' ? elementOfType(type) : property.element;
  const details = detailsOf(block);
  const earlier = detail ? details.slice(0, details.indexOf(detail)) : [];
  const before = earlier.filter(({ key }) => key === detail?.key).length;
  return before < part.made(block).filter((one) => one === name).length ? undefined : part.words;
}
