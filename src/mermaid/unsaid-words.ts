/** How the list of what a text does not say calls its kinds. */
import { is, type ModelElement } from '../model/index.ts';

/** Properties that have words of their own, some of them only on one type. */
const PROPERTIES: Readonly<Record<string, string>> = {
  conditionExpression: 'conditions of flows',
  condition: 'conditions of events',
  timeDuration: 'times of timers',
  timeDate: 'times of timers',
  timeCycle: 'times of timers',
  cancelActivity: 'handlers that do not interrupt',
  isInterrupting: 'starts that do not interrupt',
  triggeredByEvent: 'event sub-processes',
  calledElement: 'what calls run',
  default: 'default flows',
  processType: 'kinds of processes',
  isExecutable: 'processes that an engine runs',
  isForCompensation: 'activities that only undo',
  instantiate: 'steps that begin a process',
  messageRef: 'which messages',
  errorRef: 'which errors',
  escalationRef: 'which escalations',
  signalRef: 'which signals',
  activityRef: 'what is undone',
  operationRef: 'operations of services',
  implementation: 'implementations',
  script: 'scripts',
  scriptFormat: 'languages of scripts',
  dataObjectRef: 'further appearances of the same data',
  dataStoreRef: 'further appearances of the same store',
  isCollection: 'collections',
  itemSubjectRef: 'types of data',
  categoryValueRef: 'groups of elements across lanes',
  'MessageFlow.name': 'labels of messages',
  'DataInputAssociation.targetRef': 'which inputs take what is read',
  'DataOutputAssociation.sourceRef': 'which outputs give what is written',
  'DataObject.name': 'names of data beside those that are drawn',
  'DataStore.name': 'names of stores beside those that are drawn',
  'LaneSet.name': 'names of sets of lanes',
  isUnlimited: 'capacities of stores',
  capacity: 'capacities of stores',
  'LinkEventDefinition.name': 'names of links',
  'Process.name': 'names of processes beside those of their pools',
};

/** Elements that have words of their own. */
const TYPES: Readonly<Record<string, string>> = {
  MultiInstanceLoopCharacteristics: 'multi-instance markers',
  StandardLoopCharacteristics: 'loop markers',
  Documentation: 'documentation',
  ExtensionElements: "vendors' extensions",
  ParticipantMultiplicity: 'how many a pool stands for',
  DataState: 'states of data',
  DataObject: 'data that is not drawn',
  DataInputAssociation: 'what steps read',
  DataOutputAssociation: 'what steps write',
  InputOutputSpecification: 'inputs and outputs of steps',
  ItemDefinition: 'types of data',
  Property: 'properties',
  Category: 'categories',
  SequenceFlow: 'flows',
  Process: 'processes',
};

/** Words for a property of an element, or for what an element holds under that name. */
export function wordsFor(element: ModelElement, property: string): string {
  const local = element.$type.slice(element.$type.indexOf(':') + 1);
  if (is(element, 'bpmn:Expression') || Object.hasOwn(PROPERTIES, `${local}.${property}`) || !isPart(property))
    return PROPERTIES[`${local}.${property}`] ?? PROPERTIES[property] ?? inWords(property);
  return TYPES[local] ?? `${inWords(local)}s`;
}

/** Whether a property is a list of parts, which are called by their type. */
function isPart(property: string): boolean {
  return PARTS.has(property);
}

const PARTS: ReadonlySet<string> = new Set([
  ...['rootElements', 'flowElements', 'artifacts', 'participants', 'messageFlows', 'laneSets', 'lanes', 'childLaneSet'],
  ...['documentation', 'extensionElements', 'loopCharacteristics', 'ioSpecification', 'properties', 'resources'],
  ...['eventDefinitions', 'dataInputAssociations', 'dataOutputAssociations', 'dataInputs', 'dataOutputs', 'dataState'],
  ...['participantMultiplicity', 'conversations', 'conversationLinks', 'correlationKeys', 'imports', 'relationships'],
  ...['participantAssociations', 'conversationAssociations', 'messageFlowAssociations', 'correlationSubscriptions'],
  ...['categoryValue', 'auditing', 'monitoring', 'supports', 'inputSet', 'outputSet', 'ioBinding'],
]);

/** `loopCardinality` as `loop cardinality`. */
function inWords(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, ' $&').toLowerCase();
}
