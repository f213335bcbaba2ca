/** Which type of the standard each element of the text is: the model is made by it, `with` and completion are checked by it. */

export const taskTypes = {
  task: 'bpmn:Task',
  user: 'bpmn:UserTask',
  service: 'bpmn:ServiceTask',
  send: 'bpmn:SendTask',
  receive: 'bpmn:ReceiveTask',
  script: 'bpmn:ScriptTask',
  rule: 'bpmn:BusinessRuleTask',
  manual: 'bpmn:ManualTask',
  call: 'bpmn:CallActivity',
} as const;

export const subProcessTypes = {
  subprocess: 'bpmn:SubProcess',
  transaction: 'bpmn:Transaction',
  adhoc: 'bpmn:AdHocSubProcess',
} as const;

export const eventTypes = {
  start: 'bpmn:StartEvent',
  end: 'bpmn:EndEvent',
  throw: 'bpmn:IntermediateThrowEvent',
  catch: 'bpmn:IntermediateCatchEvent',
} as const;

export const gatewayTypes = {
  xor: 'bpmn:ExclusiveGateway',
  or: 'bpmn:InclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  race: 'bpmn:EventBasedGateway',
  complex: 'bpmn:ComplexGateway',
} as const;

/** The definition that a plan item has. */
export const planItemTypes = {
  stage: 'cmmn:Stage',
  fragment: 'cmmn:PlanFragment',
  human: 'cmmn:HumanTask',
  process: 'cmmn:ProcessTask',
  case: 'cmmn:CaseTask',
  decision: 'cmmn:DecisionTask',
  task: 'cmmn:Task',
  milestone: 'cmmn:Milestone',
  timer: 'cmmn:TimerEventListener',
  event: 'cmmn:EventListener',
  user: 'cmmn:UserEventListener',
} as const;

/** The word that a plan item opens with. */
export type PlanItemKind = keyof typeof planItemTypes;
