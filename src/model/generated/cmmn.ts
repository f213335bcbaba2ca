// Made by scripts/generate-model.ts from the descriptors and schemas of bpmn-moddle and cmmn-moddle. Do not edit.
import type { ForeignElement, ModelElement } from '../model-element.ts';
import type * as cmmndi from './cmmndi.ts';

export type AssociationDirection = 'None' | 'One' | 'Both';

export type CaseFileItemTransition = 'addChild' | 'addReference' | 'create' | 'delete' | 'removeChild' | 'removeReference' | 'replace' | 'update';

export type MultiplicityEnum = 'ZeroOrOne' | 'ZeroOrMore' | 'ExactlyOne' | 'OneOrMore' | 'Unspecified' | 'Unknown';

export type PlanItemTransition = 'close' | 'complete' | 'create' | 'disable' | 'enable' | 'exit' | 'fault' | 'manualStart' | 'occur' | 'parentResume' | 'parentSuspend' | 'reactivate' | 'reenable' | 'resume' | 'start' | 'suspend' | 'terminate';

export type RelationshipDirection = 'None' | 'Forward' | 'Backward' | 'Both';

export interface ApplicabilityRule extends CMMNElement {
  contextRef?: CaseFileItem | undefined;
  name?: string | undefined;
  condition?: Expression | undefined;
}

export interface Artifact extends CMMNElement {}

export interface Association extends Artifact {
  associationDirection?: AssociationDirection | undefined;
  sourceRef?: CMMNElement | undefined;
  targetRef?: CMMNElement | undefined;
}

export interface TextAnnotation extends Artifact {
  textFormat: string;
  text?: string | undefined;
}

export interface ManualActivationRule extends CMMNElement {
  name?: string | undefined;
  contextRef?: CaseFileItem | undefined;
  condition?: Expression | undefined;
}

export interface Case extends CMMNElement {
  name?: string | undefined;
  caseFileModel?: CaseFile | undefined;
  casePlanModel?: Stage | undefined;
  caseRoles?: CaseRoles | undefined;
  input: CaseParameter[];
  output: CaseParameter[];
}

export interface CaseFile extends CMMNElement {
  caseFileItems: CaseFileItem[];
}

export interface CaseFileItem extends CMMNElement {
  name?: string | undefined;
  multiplicity: string;
  definitionRef?: CaseFileItemDefinition | undefined;
  sourceRef?: CaseFileItem | undefined;
  targetRefs: CaseFileItem[];
  children?: Children | undefined;
}

export interface CaseFileItemDefinition extends CMMNElement {
  name?: string | undefined;
  definitionType: string;
  structureRef?: string | undefined;
  importRef?: Import | undefined;
  properties: Property[];
}

export interface CaseFileItemOnPart extends OnPart {
  sourceRef?: CaseFileItem | undefined;
  standardEvent?: string | undefined;
}

export interface CaseParameter extends Parameter {
  bindingRef?: CaseFileItem | undefined;
  bindingRefinement?: Expression | undefined;
}

export interface CaseRoles extends Parameter {
  role: Role[];
}

export interface CaseTask extends Task {
  caseRef?: string | undefined;
  parameterMapping: ParameterMapping[];
  caseRefExpression?: Expression | undefined;
}

export interface Children extends CMMNElement {
  caseFileItems: CaseFileItem[];
}

export interface CMMNElement extends ModelElement {
  id?: string | undefined;
  extensionDefinitions: ExtensionDefinition[];
  documentation: Documentation[];
  extensionElements?: ExtensionElements | undefined;
}

export interface Definitions extends CMMNElement {
  name?: string | undefined;
  targetNamespace?: string | undefined;
  expressionLanguage: string;
  exporter?: string | undefined;
  exporterVersion?: string | undefined;
  author?: string | undefined;
  creationDate?: string | undefined;
  extensions: Extension[];
  imports: Import[];
  caseFileItemDefinitions: CaseFileItemDefinition[];
  cases: Case[];
  processes: Process[];
  decisions: Decision[];
  relationships: Relationship[];
  artifacts: Artifact[];
  CMMNDI?: cmmndi.CMMNDI | undefined;
}

export interface DiscretionaryItem extends TableItem {
  definitionRef?: PlanItemDefinition | undefined;
  name?: string | undefined;
  itemControl?: PlanItemControl | undefined;
  entryCriteria: EntryCriterion[];
  exitCriteria: ExitCriterion[];
}

export interface EventListener extends PlanItemDefinition {}

export interface Expression extends CMMNElement {
  language?: string | undefined;
  body?: string | undefined;
}

export interface HumanTask extends Task {
  performerRef?: Role | undefined;
  planningTable?: PlanningTable | undefined;
}

export interface IfPart extends CMMNElement {
  contextRef?: CaseFileItem | undefined;
  condition?: Expression | undefined;
}

export interface Import extends ModelElement {
  location?: string | undefined;
  namespace?: string | undefined;
  importType?: string | undefined;
}

export interface Milestone extends PlanItemDefinition {}

export interface On extends CMMNElement {}

export interface OnPart extends CMMNElement {
  name?: string | undefined;
}

export interface Parameter extends CMMNElement {
  name?: string | undefined;
}

export interface ParameterMapping extends ModelElement {
  sourceRef?: Parameter | undefined;
  targetRef?: Parameter | undefined;
  transformation?: Expression | undefined;
}

export interface PlanFragment extends PlanItemDefinition {
  planItems: PlanItem[];
  sentries: Sentry[];
}

export interface PlanItem extends CMMNElement {
  name?: string | undefined;
  definitionRef?: PlanItemDefinition | undefined;
  itemControl?: PlanItemControl | undefined;
  entryCriteria: EntryCriterion[];
  exitCriteria: ExitCriterion[];
}

export interface PlanItemControl extends CMMNElement {
  repetitionRule?: RepetitionRule | undefined;
  requiredRule?: RequiredRule | undefined;
  manualActivationRule?: ManualActivationRule | undefined;
}

export interface PlanItemDefinition extends CMMNElement {
  name?: string | undefined;
  defaultControl?: PlanItemControl | undefined;
}

export interface PlanItemOnPart extends OnPart {
  sourceRef?: PlanItem | undefined;
  exitCriterionRef?: ExitCriterion | undefined;
  standardEvent?: string | undefined;
}

export interface PlanningTable extends TableItem {
  tableItems: TableItem[];
  applicabilityRules: ApplicabilityRule[];
}

export interface Process extends CMMNElement {
  name?: string | undefined;
  implementationType: string;
  externalRef?: string | undefined;
  input: ProcessParameter[];
  output: ProcessParameter[];
}

export interface ProcessParameter extends Parameter {}

export interface ProcessTask extends Task {
  processRef?: string | undefined;
  parameterMapping: ParameterMapping[];
  processRefExpression?: Expression | undefined;
}

export interface Property extends CMMNElement {
  name?: string | undefined;
  type: string;
}

export interface RepetitionRule extends CMMNElement {
  name?: string | undefined;
  contextRef?: CaseFileItem | undefined;
  condition?: Expression | undefined;
}

export interface RequiredRule extends CMMNElement {
  name?: string | undefined;
  contextRef?: CaseFileItem | undefined;
  condition?: Expression | undefined;
}

export interface Role extends CMMNElement {
  name?: string | undefined;
}

export interface Sentry extends CMMNElement {
  name?: string | undefined;
  onParts: OnPart[];
  ifPart?: IfPart | undefined;
}

export interface Stage extends PlanFragment {
  autoComplete?: boolean | undefined;
  planningTable?: PlanningTable | undefined;
  planItemDefinitions: PlanItemDefinition[];
  exitCriteria: ExitCriterion[];
}

export interface TableItem extends CMMNElement {
  authorizedRoleRefs: Role[];
  applicabilityRuleRefs: ApplicabilityRule[];
}

export interface Task extends PlanItemDefinition {
  isBlocking: boolean;
  input: CaseParameter[];
  output: CaseParameter[];
}

export interface TimerEventListener extends EventListener {
  timerExpression?: Expression | undefined;
  timerStart?: StartTrigger | undefined;
}

export interface UserEventListener extends EventListener {
  authorizedRoleRefs: Role[];
}

export interface StartTrigger extends CMMNElement {}

export interface PlanItemStartTrigger extends StartTrigger {
  sourceRef?: PlanItem | undefined;
  standardEvent?: string | undefined;
}

export interface CaseFileItemStartTrigger extends StartTrigger {
  sourceRef?: CaseFileItem | undefined;
  standardEvent?: string | undefined;
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
}

export interface ExtensionElements extends ModelElement {
  valueRef?: ModelElement | undefined;
  values: ForeignElement[];
  extensionAttributeDefinition?: ExtensionAttributeDefinition | undefined;
}

export interface Relationship extends ModelElement {
  type?: string | undefined;
  direction?: RelationshipDirection | undefined;
  source: ModelElement[];
  target: ModelElement[];
}

export interface Documentation extends CMMNElement {
  text?: string | undefined;
  textFormat: string;
}

export interface DecisionTask extends Task {
  decisionRef?: string | undefined;
  mappings: ParameterMapping[];
  decisionRefExpression?: Expression | undefined;
}

export interface Decision extends CMMNElement {
  name?: string | undefined;
  implementationType: string;
  externalRef?: string | undefined;
  input: DecisionParameter[];
  output: DecisionParameter[];
}

export interface DecisionParameter extends Parameter {}

export interface Criterion extends CMMNElement {
  name?: string | undefined;
  sentryRef?: Sentry | undefined;
}

export interface EntryCriterion extends Criterion {}

export interface ExitCriterion extends Criterion {}
