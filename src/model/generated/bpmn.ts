// Made by scripts/generate-model.ts from the descriptors and schemas of bpmn-moddle and cmmn-moddle. Do not edit.
import type { ForeignElement, ModelElement } from '../model-element.ts';
import type * as bpmndi from './bpmndi.ts';

export type ProcessType = 'None' | 'Public' | 'Private';

export type GatewayDirection = 'Unspecified' | 'Converging' | 'Diverging' | 'Mixed';

export type EventBasedGatewayType = 'Parallel' | 'Exclusive';

export type RelationshipDirection = 'None' | 'Forward' | 'Backward' | 'Both';

export type ItemKind = 'Physical' | 'Information';

export type ChoreographyLoopType = 'None' | 'Standard' | 'MultiInstanceSequential' | 'MultiInstanceParallel';

export type AssociationDirection = 'None' | 'One' | 'Both';

export type MultiInstanceBehavior = 'None' | 'One' | 'All' | 'Complex';

export type AdHocOrdering = 'Parallel' | 'Sequential';

export interface Interface extends RootElement {
  name?: string | undefined;
  implementationRef?: string | undefined;
  operations: Operation[];
}

export interface Operation extends BaseElement {
  name?: string | undefined;
  implementationRef?: string | undefined;
  inMessageRef?: Message | undefined;
  outMessageRef?: Message | undefined;
  errorRef: Error[];
}

export interface EndPoint extends RootElement {}

export interface Auditing extends BaseElement {}

export interface GlobalTask extends CallableElement {
  resources: ResourceRole[];
}

export interface Monitoring extends BaseElement {}

export interface Performer extends ResourceRole {}

export interface Process extends CallableElement, FlowElementsContainer {
  processType?: ProcessType | undefined;
  isClosed?: boolean | undefined;
  definitionalCollaborationRef?: Collaboration | undefined;
  isExecutable?: boolean | undefined;
  auditing?: Auditing | undefined;
  monitoring?: Monitoring | undefined;
  properties: Property[];
  laneSets: LaneSet[];
  flowElements: FlowElement[];
  artifacts: Artifact[];
  resources: ResourceRole[];
  correlationSubscriptions: CorrelationSubscription[];
  supports: Process[];
}

export interface LaneSet extends BaseElement {
  name?: string | undefined;
  lanes: Lane[];
}

export interface Lane extends BaseElement {
  name?: string | undefined;
  partitionElementRef?: BaseElement | undefined;
  partitionElement?: BaseElement | undefined;
  flowNodeRef: FlowNode[];
  childLaneSet?: LaneSet | undefined;
}

export interface GlobalManualTask extends GlobalTask {}

export interface ManualTask extends Task {}

export interface UserTask extends Task {
  implementation?: string | undefined;
  renderings: Rendering[];
}

export interface Rendering extends BaseElement {}

export interface HumanPerformer extends Performer {}

export interface PotentialOwner extends HumanPerformer {}

export interface GlobalUserTask extends GlobalTask {
  implementation?: string | undefined;
  renderings: Rendering[];
}

export interface Gateway extends FlowNode {
  gatewayDirection: GatewayDirection;
}

export interface EventBasedGateway extends Gateway {
  instantiate: boolean;
  eventGatewayType: EventBasedGatewayType;
}

export interface ComplexGateway extends Gateway {
  default?: SequenceFlow | undefined;
  activationCondition?: Expression | undefined;
}

export interface ExclusiveGateway extends Gateway {
  default?: SequenceFlow | undefined;
}

export interface InclusiveGateway extends Gateway {
  default?: SequenceFlow | undefined;
}

export interface ParallelGateway extends Gateway {}

export interface RootElement extends BaseElement {}

export interface Relationship extends BaseElement {
  type?: string | undefined;
  direction?: RelationshipDirection | undefined;
  source: ModelElement[];
  target: ModelElement[];
}

export interface BaseElement extends ModelElement {
  id?: string | undefined;
  extensionDefinitions: ExtensionDefinition[];
  documentation: Documentation[];
  extensionElements?: ExtensionElements | undefined;
}

export interface Extension extends ModelElement {
  mustUnderstand: boolean;
  definition?: ExtensionDefinition | undefined;
}

export interface ExtensionDefinition extends ModelElement {
  name?: string | undefined;
  extensionAttributeDefinitions: ExtensionAttributeDefinition[];
}

export interface ExtensionAttributeDefinition extends ModelElement {
  name?: string | undefined;
  type?: string | undefined;
  isReference: boolean;
  extensionDefinition?: ExtensionDefinition | undefined;
}

export interface ExtensionElements extends ModelElement {
  valueRef?: ModelElement | undefined;
  values: ForeignElement[];
  extensionAttributeDefinition?: ExtensionAttributeDefinition | undefined;
}

export interface Documentation extends BaseElement {
  text?: string | undefined;
  textFormat: string;
}

export interface Event extends FlowNode, InteractionNode {
  properties: Property[];
}

export interface IntermediateCatchEvent extends CatchEvent {}

export interface IntermediateThrowEvent extends ThrowEvent {}

export interface EndEvent extends ThrowEvent {}

export interface StartEvent extends CatchEvent {
  isInterrupting: boolean;
}

export interface ThrowEvent extends Event {
  dataInputs: DataInput[];
  dataInputAssociations: DataInputAssociation[];
  inputSet?: InputSet | undefined;
  eventDefinitions: EventDefinition[];
  eventDefinitionRef: EventDefinition[];
}

export interface CatchEvent extends Event {
  parallelMultiple: boolean;
  dataOutputs: DataOutput[];
  dataOutputAssociations: DataOutputAssociation[];
  outputSet?: OutputSet | undefined;
  eventDefinitions: EventDefinition[];
  eventDefinitionRef: EventDefinition[];
}

export interface BoundaryEvent extends CatchEvent {
  cancelActivity: boolean;
  attachedToRef?: Activity | undefined;
}

export interface EventDefinition extends RootElement {}

export interface CancelEventDefinition extends EventDefinition {}

export interface ErrorEventDefinition extends EventDefinition {
  errorRef?: Error | undefined;
}

export interface TerminateEventDefinition extends EventDefinition {}

export interface EscalationEventDefinition extends EventDefinition {
  escalationRef?: Escalation | undefined;
}

export interface Escalation extends RootElement {
  structureRef?: ItemDefinition | undefined;
  name?: string | undefined;
  escalationCode?: string | undefined;
}

export interface CompensateEventDefinition extends EventDefinition {
  waitForCompletion: boolean;
  activityRef?: Activity | undefined;
}

export interface TimerEventDefinition extends EventDefinition {
  timeDate?: Expression | undefined;
  timeDuration?: Expression | undefined;
  timeCycle?: Expression | undefined;
}

export interface LinkEventDefinition extends EventDefinition {
  name?: string | undefined;
  source: LinkEventDefinition[];
  target?: LinkEventDefinition | undefined;
}

export interface MessageEventDefinition extends EventDefinition {
  messageRef?: Message | undefined;
  operationRef?: Operation | undefined;
}

export interface ConditionalEventDefinition extends EventDefinition {
  condition?: Expression | undefined;
}

export interface SignalEventDefinition extends EventDefinition {
  signalRef?: Signal | undefined;
}

export interface Signal extends RootElement {
  structureRef?: ItemDefinition | undefined;
  name?: string | undefined;
}

export interface ImplicitThrowEvent extends ThrowEvent {}

export interface DataState extends BaseElement {
  name?: string | undefined;
}

export interface ItemAwareElement extends BaseElement {
  itemSubjectRef?: ItemDefinition | undefined;
  dataState?: DataState | undefined;
}

export interface DataAssociation extends BaseElement {
  sourceRef: ItemAwareElement[];
  targetRef?: ItemAwareElement | undefined;
  transformation?: FormalExpression | undefined;
  assignment: Assignment[];
}

export interface DataInput extends ItemAwareElement {
  name?: string | undefined;
  isCollection: boolean;
  inputSetRef: InputSet[];
  inputSetWithOptional: InputSet[];
  inputSetWithWhileExecuting: InputSet[];
}

export interface DataOutput extends ItemAwareElement {
  name?: string | undefined;
  isCollection: boolean;
  outputSetRef: OutputSet[];
  outputSetWithOptional: OutputSet[];
  outputSetWithWhileExecuting: OutputSet[];
}

export interface InputSet extends BaseElement {
  name?: string | undefined;
  dataInputRefs: DataInput[];
  optionalInputRefs: DataInput[];
  whileExecutingInputRefs: DataInput[];
  outputSetRefs: OutputSet[];
}

export interface OutputSet extends BaseElement {
  name?: string | undefined;
  dataOutputRefs: DataOutput[];
  optionalOutputRefs: DataOutput[];
  whileExecutingOutputRefs: DataOutput[];
  inputSetRefs: InputSet[];
}

export interface Property extends ItemAwareElement {
  name?: string | undefined;
}

export interface DataInputAssociation extends DataAssociation {}

export interface DataOutputAssociation extends DataAssociation {}

export interface InputOutputSpecification extends BaseElement {
  dataInputs: DataInput[];
  dataOutputs: DataOutput[];
  inputSets: InputSet[];
  outputSets: OutputSet[];
}

export interface DataObject extends FlowElement, ItemAwareElement {
  isCollection: boolean;
}

export interface InputOutputBinding extends ModelElement {
  inputDataRef?: InputSet | undefined;
  outputDataRef?: OutputSet | undefined;
  operationRef?: Operation | undefined;
}

export interface Assignment extends BaseElement {
  from?: Expression | undefined;
  to?: Expression | undefined;
}

export interface DataStore extends RootElement, ItemAwareElement {
  name?: string | undefined;
  capacity?: number | undefined;
  isUnlimited: boolean;
}

export interface DataStoreReference extends FlowElement, ItemAwareElement {
  dataStoreRef?: DataStore | undefined;
}

export interface DataObjectReference extends FlowElement, ItemAwareElement {
  dataObjectRef?: DataObject | undefined;
}

export interface ConversationLink extends BaseElement {
  sourceRef?: InteractionNode | undefined;
  targetRef?: InteractionNode | undefined;
  name?: string | undefined;
}

export interface ConversationAssociation extends BaseElement {
  innerConversationNodeRef?: ConversationNode | undefined;
  outerConversationNodeRef?: ConversationNode | undefined;
}

export interface CallConversation extends ConversationNode {
  calledCollaborationRef?: Collaboration | undefined;
  participantAssociations: ParticipantAssociation[];
}

export interface Conversation extends ConversationNode {}

export interface SubConversation extends ConversationNode {
  conversationNodes: ConversationNode[];
}

export interface ConversationNode extends BaseElement, InteractionNode {
  name?: string | undefined;
  participantRef: Participant[];
  messageFlowRefs: MessageFlow[];
  correlationKeys: CorrelationKey[];
}

export interface GlobalConversation extends Collaboration {}

export interface PartnerEntity extends RootElement {
  name?: string | undefined;
  participantRef: Participant[];
}

export interface PartnerRole extends RootElement {
  name?: string | undefined;
  participantRef: Participant[];
}

export interface CorrelationProperty extends RootElement {
  name?: string | undefined;
  type?: ItemDefinition | undefined;
  correlationPropertyRetrievalExpression: CorrelationPropertyRetrievalExpression[];
}

export interface Error extends RootElement {
  structureRef?: ItemDefinition | undefined;
  name?: string | undefined;
  errorCode?: string | undefined;
}

export interface CorrelationKey extends BaseElement {
  name?: string | undefined;
  correlationPropertyRef: CorrelationProperty[];
}

export interface Expression extends BaseElement {
  body?: string | undefined;
}

export interface FormalExpression extends Expression {
  language?: string | undefined;
  evaluatesToTypeRef?: ItemDefinition | undefined;
}

export interface Message extends RootElement {
  name?: string | undefined;
  itemRef?: ItemDefinition | undefined;
}

export interface ItemDefinition extends RootElement {
  itemKind?: ItemKind | undefined;
  structureRef?: string | undefined;
  isCollection: boolean;
  import?: Import | undefined;
}

export interface FlowElement extends BaseElement {
  name?: string | undefined;
  auditing?: Auditing | undefined;
  monitoring?: Monitoring | undefined;
  categoryValueRef: CategoryValue[];
}

export interface SequenceFlow extends FlowElement {
  isImmediate?: boolean | undefined;
  sourceRef?: FlowNode | undefined;
  targetRef?: FlowNode | undefined;
  conditionExpression?: Expression | undefined;
}

export interface FlowElementsContainer extends BaseElement {
  laneSets: LaneSet[];
  flowElements: FlowElement[];
}

export interface CallableElement extends RootElement {
  name?: string | undefined;
  supportedInterfaceRef: Interface[];
  ioSpecification?: InputOutputSpecification | undefined;
  ioBinding: InputOutputBinding[];
}

export interface FlowNode extends FlowElement {
  lanes: Lane[];
  incoming: SequenceFlow[];
  outgoing: SequenceFlow[];
}

export interface CorrelationPropertyRetrievalExpression extends BaseElement {
  messageRef?: Message | undefined;
  messagePath?: FormalExpression | undefined;
}

export interface CorrelationPropertyBinding extends BaseElement {
  correlationPropertyRef?: CorrelationProperty | undefined;
  dataPath?: FormalExpression | undefined;
}

export interface Resource extends RootElement {
  name?: string | undefined;
  resourceParameters: ResourceParameter[];
}

export interface ResourceParameter extends BaseElement {
  name?: string | undefined;
  isRequired?: boolean | undefined;
  type?: ItemDefinition | undefined;
}

export interface CorrelationSubscription extends BaseElement {
  correlationKeyRef?: CorrelationKey | undefined;
  correlationPropertyBinding: CorrelationPropertyBinding[];
}

export interface MessageFlow extends BaseElement {
  name?: string | undefined;
  sourceRef?: InteractionNode | undefined;
  targetRef?: InteractionNode | undefined;
  messageRef?: Message | undefined;
}

export interface MessageFlowAssociation extends BaseElement {
  innerMessageFlowRef?: MessageFlow | undefined;
  outerMessageFlowRef?: MessageFlow | undefined;
}

export interface InteractionNode extends ModelElement {
  incomingConversationLinks: ConversationLink[];
  outgoingConversationLinks: ConversationLink[];
}

export interface Participant extends BaseElement, InteractionNode {
  name?: string | undefined;
  processRef?: Process | undefined;
  interfaceRef: Interface[];
  endPointRefs: EndPoint[];
  participantMultiplicity?: ParticipantMultiplicity | undefined;
}

export interface ParticipantAssociation extends BaseElement {
  innerParticipantRef?: Participant | undefined;
  outerParticipantRef?: Participant | undefined;
}

export interface ParticipantMultiplicity extends BaseElement {
  minimum: number;
  maximum: number;
}

export interface Collaboration extends RootElement {
  name?: string | undefined;
  isClosed?: boolean | undefined;
  participants: Participant[];
  messageFlows: MessageFlow[];
  artifacts: Artifact[];
  conversations: ConversationNode[];
  conversationAssociations: ConversationAssociation[];
  participantAssociations: ParticipantAssociation[];
  messageFlowAssociations: MessageFlowAssociation[];
  correlationKeys: CorrelationKey[];
  choreographyRef: Choreography[];
  conversationLinks: ConversationLink[];
}

export interface ChoreographyActivity extends FlowNode {
  initiatingParticipantRef?: Participant | undefined;
  loopType: ChoreographyLoopType;
  participantRef: Participant[];
  correlationKeys: CorrelationKey[];
}

export interface CallChoreography extends ChoreographyActivity {
  calledChoreographyRef?: Choreography | undefined;
  participantAssociations: ParticipantAssociation[];
}

export interface SubChoreography extends ChoreographyActivity, FlowElementsContainer {
  artifacts: Artifact[];
}

export interface ChoreographyTask extends ChoreographyActivity {
  messageFlowRef: MessageFlow[];
}

export interface Choreography extends Collaboration, FlowElementsContainer {}

export interface GlobalChoreographyTask extends Choreography {
  initiatingParticipantRef?: Participant | undefined;
}

export interface TextAnnotation extends Artifact {
  textFormat: string;
  text?: string | undefined;
}

export interface Group extends Artifact {
  categoryValueRef?: CategoryValue | undefined;
}

export interface Association extends Artifact {
  associationDirection?: AssociationDirection | undefined;
  sourceRef?: BaseElement | undefined;
  targetRef?: BaseElement | undefined;
}

export interface Category extends RootElement {
  name?: string | undefined;
  categoryValue: CategoryValue[];
}

export interface Artifact extends BaseElement {}

export interface CategoryValue extends BaseElement {
  categorizedFlowElements: FlowElement[];
  value?: string | undefined;
}

export interface Activity extends FlowNode {
  isForCompensation: boolean;
  default?: SequenceFlow | undefined;
  boundaryEventRefs: BoundaryEvent[];
  startQuantity: number;
  completionQuantity: number;
  ioSpecification?: InputOutputSpecification | undefined;
  properties: Property[];
  dataInputAssociations: DataInputAssociation[];
  dataOutputAssociations: DataOutputAssociation[];
  resources: ResourceRole[];
  loopCharacteristics?: LoopCharacteristics | undefined;
}

export interface ServiceTask extends Task {
  implementation?: string | undefined;
  operationRef?: Operation | undefined;
}

export interface SubProcess extends Activity, FlowElementsContainer, InteractionNode {
  triggeredByEvent: boolean;
  artifacts: Artifact[];
}

export interface LoopCharacteristics extends BaseElement {}

export interface MultiInstanceLoopCharacteristics extends LoopCharacteristics {
  isSequential: boolean;
  behavior: MultiInstanceBehavior;
  oneBehaviorEventRef?: EventDefinition | undefined;
  noneBehaviorEventRef?: EventDefinition | undefined;
  loopCardinality?: Expression | undefined;
  loopDataInputRef?: ItemAwareElement | undefined;
  loopDataOutputRef?: ItemAwareElement | undefined;
  inputDataItem?: DataInput | undefined;
  outputDataItem?: DataOutput | undefined;
  complexBehaviorDefinition: ComplexBehaviorDefinition[];
  completionCondition?: Expression | undefined;
}

export interface StandardLoopCharacteristics extends LoopCharacteristics {
  testBefore: boolean;
  loopMaximum?: number | undefined;
  loopCondition?: Expression | undefined;
}

export interface CallActivity extends Activity, InteractionNode {
  calledElement?: string | undefined;
}

export interface Task extends Activity, InteractionNode {}

export interface SendTask extends Task {
  implementation?: string | undefined;
  operationRef?: Operation | undefined;
  messageRef?: Message | undefined;
}

export interface ReceiveTask extends Task {
  implementation?: string | undefined;
  instantiate: boolean;
  operationRef?: Operation | undefined;
  messageRef?: Message | undefined;
}

export interface ScriptTask extends Task {
  scriptFormat?: string | undefined;
  script?: string | undefined;
}

export interface BusinessRuleTask extends Task {
  implementation?: string | undefined;
}

export interface AdHocSubProcess extends SubProcess {
  ordering?: AdHocOrdering | undefined;
  cancelRemainingInstances: boolean;
  completionCondition?: Expression | undefined;
}

export interface Transaction extends SubProcess {
  protocol?: string | undefined;
  method?: string | undefined;
}

export interface GlobalScriptTask extends GlobalTask {
  scriptLanguage?: string | undefined;
  script?: string | undefined;
}

export interface GlobalBusinessRuleTask extends GlobalTask {
  implementation?: string | undefined;
}

export interface ComplexBehaviorDefinition extends BaseElement {
  condition?: FormalExpression | undefined;
  event?: ImplicitThrowEvent | undefined;
}

export interface ResourceRole extends BaseElement {
  name?: string | undefined;
  resourceRef?: Resource | undefined;
  resourceParameterBindings: ResourceParameterBinding[];
  resourceAssignmentExpression?: ResourceAssignmentExpression | undefined;
}

export interface ResourceParameterBinding extends BaseElement {
  parameterRef?: ResourceParameter | undefined;
  expression?: Expression | undefined;
}

export interface ResourceAssignmentExpression extends BaseElement {
  expression?: Expression | undefined;
}

export interface Import extends ModelElement {
  importType?: string | undefined;
  location?: string | undefined;
  namespace?: string | undefined;
}

export interface Definitions extends BaseElement {
  name?: string | undefined;
  targetNamespace?: string | undefined;
  expressionLanguage: string;
  typeLanguage: string;
  exporter?: string | undefined;
  exporterVersion?: string | undefined;
  imports: Import[];
  extensions: Extension[];
  rootElements: RootElement[];
  diagrams: bpmndi.BPMNDiagram[];
  relationships: Relationship[];
}
