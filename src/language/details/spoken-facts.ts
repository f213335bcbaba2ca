/** Facts that the language has a word or a sign for: `with` does not say them in a second way. */
import type { AstNode } from 'langium';
import { type Detail, isDefine, isDetail } from '../generated/ast.ts';
import { type DetailEntry, labelProperty } from './detail-entry.ts';

interface SpokenFact {
  readonly type: string;
  /** Names of properties, as the meta-model has them. */
  readonly properties: readonly string[];
  /** How it is said; the beginning of "Write …". */
  readonly words: string;
}

function fact(type: string, properties: string, words: string): SpokenFact {
  return { type: `bpmn:${type}`, properties: properties.split(' '), words };
}

function factOfCases(type: string, properties: string, words: string): SpokenFact {
  return { type: `cmmn:${type}`, properties: properties.split(' '), words };
}

const facts: readonly SpokenFact[] = [
  fact('Definitions', 'rootElements relationships extensions', 'a root element of its own, by its word or by `define`'),
  fact('Definitions', 'imports', '`import` at the head of the file'),
  fact('Definitions', 'expressionLanguage', '`language "…"` at the head of the file'),
  fact('FlowElementsContainer', 'flowElements artifacts', 'it as a statement of the block'),
  fact('SubProcess', 'artifacts', 'it as a statement of the block'),
  fact('Process', 'artifacts', 'it as a statement of the block'),
  fact('Process', 'isExecutable', '`executable` before `with`'),
  fact('Collaboration', 'participants messageFlows artifacts', 'it as a line of the collaboration'),
  fact('Participant', 'processRef', '`runs` and the process'),
  fact('Lane', 'flowNodeRef', '`in` and the lane before the steps'),
  fact('Lane', 'childLaneSet', 'lanes in the block of the lane'),
  fact('MessageFlow', 'sourceRef targetRef', 'the message flow behind what it leaves, as `~> pool.step`'),
  fact('MessageFlow', 'messageRef', '`: Message` behind its target'),
  fact('FlowNode', 'incoming outgoing', 'jumps, or steps in the order of the flow'),
  fact('FlowNode', 'default', '`-> step default`, or `otherwise` in a gateway'),
  fact('SequenceFlow', 'sourceRef targetRef', 'the jump behind the step that it leaves, as `-> step`'),
  fact('Activity', 'isForCompensation', 'the marker `compensation`'),
  fact('SubProcess', 'triggeredByEvent', '`event subprocess`'),
  fact('CallActivity', 'calledElement', '`runs` and what is called'),
  fact('SendTask', 'messageRef', '`message` and its name'),
  fact('ReceiveTask', 'messageRef', '`message` and its name'),
  fact('ScriptTask', 'script scriptFormat', 'the script in backticks and its `language`'),
  fact('StandardLoopCharacteristics', 'testBefore', '`test-before`'),
  fact('StandardLoopCharacteristics', 'loopMaximum', '`max` and the number'),
  fact('MultiInstanceLoopCharacteristics', 'isSequential', '`sequential`'),
  fact('StartEvent', 'isInterrupting', '`non-interrupting`, or nothing'),
  fact('BoundaryEvent', 'cancelActivity', '`non-interrupting`, or nothing'),
  fact('BoundaryEvent', 'attachedToRef', 'the handler behind its activity'),
  fact('CatchEvent', 'parallelMultiple', '`and` between the triggers'),
  fact('TextAnnotation', 'text', 'the text in double quotes'),
  fact('Association', 'sourceRef targetRef associationDirection', 'the two ends and `--`, `->` or `<->` between them'),
  fact('Message', 'itemRef', '`: Item`'),
  fact('Signal', 'structureRef', '`: Item`'),
  fact('Error', 'structureRef', '`: Item`'),
  fact('Error', 'errorCode', '`code "…"`'),
  fact('Escalation', 'structureRef', '`: Item`'),
  fact('Escalation', 'escalationCode', '`code "…"`'),
  fact('ItemDefinition', 'structureRef', '`: type`'),
  fact('ItemAwareElement', 'itemSubjectRef', '`: Item`'),
  fact('ItemDefinition', 'isCollection', '`[]` behind the name'),
  fact('DataObject', 'isCollection', '`[]` behind the name'),
  fact('DataInput', 'isCollection', '`[]` behind the name'),
  fact('DataOutput', 'isCollection', '`[]` behind the name'),
  fact('DataObjectReference', 'dataObjectRef', '`for` and the data'),
  fact('DataStoreReference', 'dataStoreRef', '`for` and the store'),
  factOfCases(
    'Definitions',
    'cases processes decisions caseFileItemDefinitions relationships artifacts',
    'it as a line of its own, by its word or by `define`',
  ),
  factOfCases('Definitions', 'imports', '`import` at the head of the file'),
  factOfCases('Definitions', 'expressionLanguage', '`language "…"` at the head of the file'),
  factOfCases('PlanFragment', 'planItems', 'it as a line of the block'),
  factOfCases('Stage', 'autoComplete', '`autocomplete`, or nothing'),
  factOfCases('Task', 'isBlocking', '`non-blocking`, or nothing'),
  factOfCases('HumanTask', 'performerRef', '`by` and the role'),
  factOfCases('UserEventListener', 'authorizedRoleRefs', '`by` and the roles'),
  factOfCases('DiscretionaryItem', 'authorizedRoleRefs', '`by` and the roles behind `discretionary`'),
  factOfCases('ProcessTask', 'processRef', '`runs` and the process'),
  factOfCases('CaseTask', 'caseRef', '`runs` and the case'),
  factOfCases('DecisionTask', 'decisionRef', '`runs` and the decision'),
  factOfCases('CaseFileItem', 'definitionRef', '`: Definition` behind the name'),
  factOfCases('CaseFileItem', 'targetRefs', '`targets` and the items'),
  factOfCases('TextAnnotation', 'text', 'the text in double quotes'),
  factOfCases(
    'Association',
    'sourceRef targetRef associationDirection',
    'the two ends and `--`, `->` or `<->` between them',
  ),
];

/**
 * How a fact is said without `with`: the rest of a sentence that begins with "Write"; undefined if it is not.
 * @param block the element or detail whose block says it
 * @param detail what says it, where it is written already
 */
export function wordsFor(entry: DetailEntry, block: AstNode, detail?: Detail): string | undefined {
  const { property, owner } = entry;
  if (property.isId) return 'the id behind the name of its kind';
  // An empty list of them has no other words.
  if (property.name === 'extensionElements' && detail && isEmpty(detail)) return undefined;
  if (property.name === 'extensionElements') return 'vendor elements as `@prefix:name(…)`';
  if (property === labelProperty(owner) && entry.through === undefined) return 'it in double quotes, as the label';
  // What has no words of its own says all by its keys; `dataStore { … }` is a part, not the reference to it.
  if (isDetail(block) || isDefine(block) || (entry.type && property.isReference)) return undefined;
  return facts.find((one) => owner.allTypes.has(one.type) && one.properties.includes(property.name))?.words;
}

function isEmpty({ braced, details, extensions }: Detail): boolean {
  return braced && details.length === 0 && extensions.length === 0;
}
