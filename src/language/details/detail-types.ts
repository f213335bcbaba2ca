/** What `with { … }` of an element speaks of: which types of the standard the element, and a part of it, are. */
import type { AstNode } from 'langium';
import { entryNamed, type PropertyDescriptor, type TypeDescriptor, typeNamed } from '../../schema/index.ts';
import { eventTypes, gatewayTypes, planItemTypes, subProcessTypes, taskTypes } from '../element-types.ts';
import {
  type Activity,
  type Data,
  type Handler,
  isActivity,
  isCase,
  isCaseBlock,
  isData,
  isDefine,
  isDefinitions,
  isGateway,
  isHandler,
  isJoin,
  isPlanItem,
  isProcess,
  isStore,
  isSubProcess,
  type Join,
  type Model,
  type PlanItem,
  type Store,
  type SubProcess,
} from '../generated/ast.ts';
import { isLaneBlock } from '../validation/surroundings.ts';

/** A second element that a line of the text makes, and the property that leads from the first one to it. */
export interface Part {
  readonly type: TypeDescriptor;
  readonly property: PropertyDescriptor;
}

/** Words that make one kind of element, whatever follows them. */
const plainTypes: Readonly<Record<string, string>> = {
  Definitions: 'bpmn:Definitions',
  Process: 'bpmn:Process',
  EventSubProcess: 'bpmn:SubProcess',
  Collaboration: 'bpmn:Collaboration',
  Pool: 'bpmn:Participant',
  OwnPool: 'bpmn:Participant',
  MessageFlow: 'bpmn:MessageFlow',
  Lane: 'bpmn:Lane',
  InLane: 'bpmn:Lane',
  Branch: 'bpmn:SequenceFlow',
  Flow: 'bpmn:SequenceFlow',
  Note: 'bpmn:TextAnnotation',
  Group: 'bpmn:Group',
  Association: 'bpmn:Association',
  Message: 'bpmn:Message',
  ErrorType: 'bpmn:Error',
  Signal: 'bpmn:Signal',
  Escalation: 'bpmn:Escalation',
  Item: 'bpmn:ItemDefinition',
  Case: 'cmmn:Case',
  Role: 'cmmn:Role',
  FileItem: 'cmmn:CaseFileItem',
  Decision: 'cmmn:Decision',
};

/** The same in a case. */
const plainTypesInCase: Readonly<Record<string, string>> = {
  Note: 'cmmn:TextAnnotation',
  Association: 'cmmn:Association',
};

/** The type of the element that a node of the text becomes; undefined for what becomes none, or is half typed. */
export function elementType(node: AstNode): TypeDescriptor | undefined {
  const name = typeName(node);
  return name === undefined ? undefined : typeNamed(name);
}

function typeName(node: AstNode): string | undefined {
  if (isJoin(node)) return joinType(node);
  if (isHandler(node)) return isWayOfRace(node) ? 'bpmn:IntermediateCatchEvent' : 'bpmn:BoundaryEvent';
  if (isData(node)) return dataType(node);
  if (isStore(node)) return 'bpmn:DataStoreReference';
  if (isDefine(node)) return definedType(node.kind, isOfCases(node.$container))?.name;
  if (isDefinitions(node) && isOfCases(node.$container)) return 'cmmn:Definitions';
  const kinds = typesByKind[node.$type];
  if (!kinds) return (isCaseBlock(node.$container) && plainTypesInCase[node.$type]) || plainTypes[node.$type];
  return 'kind' in node && typeof node.kind === 'string' ? kinds[node.kind] : undefined;
}

/** Whether a file holds cases, and nothing that a file of BPMN is made of. */
function isOfCases({ elements }: Model): boolean {
  return elements.some(isCase) && !elements.some((root) => ['Process', 'Pool', 'Collaboration'].includes(root.$type));
}

const typesByKind: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Activity: taskTypes,
  SubProcess: subProcessTypes,
  Event: eventTypes,
  Gateway: gatewayTypes,
  PlanItem: planItemTypes,
  Criterion: { enter: 'cmmn:EntryCriterion', exit: 'cmmn:ExitCriterion' },
};

/** Without `as`, a join is of the kind of the gateway whose block it closes; a race ends in an exclusive one. */
function joinType(join: Join): string | undefined {
  if (join.kind === 'none') return undefined;
  if (join.kind) return gatewayTypes[join.kind];
  const siblings: readonly AstNode[] = 'statements' in join.$container ? join.$container.statements : [];
  const before = siblings[siblings.indexOf(join) - 1];
  const kind = isGateway(before) ? before.kind : 'xor';
  return gatewayTypes[kind === 'race' ? 'xor' : kind];
}

function isWayOfRace(handler: Handler): boolean {
  let owner: AstNode | undefined = handler.$container.$container;
  while (isLaneBlock(owner)) owner = owner.$container?.$container;
  return isGateway(owner) && owner.kind === 'race';
}

function dataType(data: Data): string {
  if (!data.direction) return 'bpmn:DataObjectReference';
  return data.direction === 'input' ? 'bpmn:DataInput' : 'bpmn:DataOutput';
}

/** Root elements that only cases have; a process is one that stands elsewhere. */
export const DEFINED_FOR_CASES: readonly string[] = ['caseFileItemDefinition', 'process'];

/**
 * What `define` takes: what a file holds besides drawings and imports. Undefined for other words.
 * @param ofCases whether the file holds cases alone
 */
export function definedType(kind: unknown, ofCases = false): TypeDescriptor | undefined {
  const isOfCases = ofCases || DEFINED_FOR_CASES.some((one) => one === kind);
  const root = typeNamed(isOfCases ? 'cmmn:Definitions' : 'bpmn:Definitions');
  const entry = root && typeof kind === 'string' ? entryNamed(root, kind) : undefined;
  return entry && definitionLists.has(entry.property.name) ? entry.type : undefined;
}

/** Properties of the definitions element whose elements `define` makes. */
export const definitionLists: ReadonlySet<string> = new Set([
  'rootElements',
  'extensions',
  'relationships',
  'caseFileItemDefinitions',
  'processes',
]);

/**
 * The part whose facts `with` takes as if they were the element's: the data object or the store behind what is drawn, or the
 * loop. The standard keeps them in an element of their own, the text has one line for both.
 */
export function partOf(node: AstNode): Part | undefined {
  if (isData(node)) return node.direction ? undefined : behind(node, 'dataObjectRef');
  if (isStore(node)) return behind(node, 'dataStoreRef');
  if (isPlanItem(node)) return planItemOf(node);
  if (isCase(node)) return planModelOf();
  return isActivity(node) || isSubProcess(node) ? loopOf(node) : undefined;
}

/** The pool that a process is: its words are among those of the process, so it has no `with` of its own. */
export function ownPoolOf(node: AstNode): Part | undefined {
  const type = isProcess(node) && node.own ? typeNamed('bpmn:Participant') : undefined;
  const property = type?.propertiesByName.get('processRef');
  return type && property && { type, property };
}

/** A line of a plan is an item and its definition; what is said of neither by name is the definition's. */
function planItemOf(node: PlanItem): Part | undefined {
  const before = node.$container.items[(node.$containerIndex ?? 0) - 1];
  const type = typeNamed(before?.$type === 'Discretionary' ? 'cmmn:DiscretionaryItem' : 'cmmn:PlanItem');
  const property = type?.propertiesByName.get('definitionRef');
  return type && property && { type, property };
}

/** The stage that is all of a case. */
function planModelOf(): Part | undefined {
  const type = typeNamed('cmmn:Stage');
  const property = typeNamed('cmmn:Case')?.propertiesByName.get('casePlanModel');
  return type && property && { type, property };
}

/** `data signed for file` draws what is declared elsewhere. */
function behind(node: Data | Store, reference: string): Part | undefined {
  const property = node.forWord ? undefined : elementType(node)?.propertiesByName.get(reference);
  const type = property && typeNamed(property.type);
  return type && { type, property };
}

const loopTypes: Readonly<Record<string, string>> = {
  Loop: 'bpmn:StandardLoopCharacteristics',
  Each: 'bpmn:MultiInstanceLoopCharacteristics',
};

function loopOf(node: Activity | SubProcess): Part | undefined {
  const name = node.clauses.map((clause) => loopTypes[clause.$type]).find((one) => one !== undefined);
  const type = name === undefined ? undefined : typeNamed(name);
  const property = elementType(node)?.propertiesByName.get('loopCharacteristics');
  return type && property && { type, property };
}
