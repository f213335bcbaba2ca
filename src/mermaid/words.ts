/** The words of Mermaid's `bpmn-beta`, and what each is in BPMN. */
import type { TypeMap } from '../model/index.ts';

/** What a diagram of this kind begins with. */
export const HEADER = 'bpmn-beta';

export const DIRECTIONS: readonly string[] = ['LR', 'RL', 'TB', 'TD', 'BT'];

export const CONTAINERS = ['pool', 'lane', 'group'] as const;
export const GATEWAYS = {
  xor: 'bpmn:ExclusiveGateway',
  and: 'bpmn:ParallelGateway',
  or: 'bpmn:InclusiveGateway',
  'event-gateway': 'bpmn:EventBasedGateway',
  complex: 'bpmn:ComplexGateway',
} as const satisfies Record<string, keyof TypeMap>;
export const ACTIVITIES = {
  task: 'bpmn:Task',
  subprocess: 'bpmn:SubProcess',
  call: 'bpmn:CallActivity',
} as const satisfies Record<string, keyof TypeMap>;
/** What may stand before `task`. */
export const TASKS = {
  user: 'bpmn:UserTask',
  service: 'bpmn:ServiceTask',
  receive: 'bpmn:ReceiveTask',
  send: 'bpmn:SendTask',
  manual: 'bpmn:ManualTask',
  script: 'bpmn:ScriptTask',
  rule: 'bpmn:BusinessRuleTask',
} as const satisfies Record<string, keyof TypeMap>;
export const DATA = ['data', 'data-input', 'data-output', 'data-collection', 'data-store'] as const;

/** What the triggers of events are; `none`, `multiple` and `parallel-multiple` are none of these. */
export const TRIGGERS = {
  message: 'bpmn:MessageEventDefinition',
  timer: 'bpmn:TimerEventDefinition',
  error: 'bpmn:ErrorEventDefinition',
  escalation: 'bpmn:EscalationEventDefinition',
  cancel: 'bpmn:CancelEventDefinition',
  compensation: 'bpmn:CompensateEventDefinition',
  conditional: 'bpmn:ConditionalEventDefinition',
  link: 'bpmn:LinkEventDefinition',
  signal: 'bpmn:SignalEventDefinition',
  terminate: 'bpmn:TerminateEventDefinition',
} as const satisfies Record<string, keyof TypeMap>;
export type Trigger = keyof typeof TRIGGERS | 'none' | 'multiple' | 'parallel-multiple';

/** The events: what each is, and the triggers that Mermaid draws there (BPMN 2.0.2, table 10.93, a little wider). */
export const EVENTS = {
  start: {
    type: 'bpmn:StartEvent',
    triggers: triggers(
      'none message timer conditional signal multiple parallel-multiple error escalation compensation',
    ),
  },
  intermediate: {
    type: 'bpmn:IntermediateCatchEvent',
    triggers: triggers('message timer conditional link signal multiple parallel-multiple'),
  },
  throw: {
    type: 'bpmn:IntermediateThrowEvent',
    triggers: triggers('none message escalation compensation link signal multiple'),
  },
  boundary: {
    type: 'bpmn:BoundaryEvent',
    triggers: triggers(
      'message timer error escalation cancel compensation conditional signal multiple parallel-multiple',
    ),
  },
  end: {
    type: 'bpmn:EndEvent',
    triggers: triggers('none message error escalation cancel compensation signal terminate multiple'),
  },
} as const;

/** The first word of a declaration, or the second where a kind of task stands before it. */
export type Keyword =
  | (typeof CONTAINERS)[number]
  | keyof typeof EVENTS
  | keyof typeof GATEWAYS
  | keyof typeof ACTIVITIES
  | (typeof DATA)[number]
  | 'note';
export type TaskKind = keyof typeof TASKS;

const KEYWORDS: ReadonlySet<string> = new Set<Keyword>([
  ...CONTAINERS,
  ...keysOf(EVENTS),
  ...keysOf(GATEWAYS),
  ...keysOf(ACTIVITIES),
  ...DATA,
  'note',
]);

/** What Mermaid takes for a keyword as well. */
const SYNONYMS: Readonly<Record<string, Keyword>> = {
  participant: 'pool',
  swimlane: 'lane',
  begin: 'start',
  stop: 'end',
  activity: 'task',
  step: 'task',
  exclusive: 'xor',
  decision: 'xor',
  parallel: 'and',
  inclusive: 'or',
  'event-based': 'event-gateway',
  eventgateway: 'event-gateway',
  datastore: 'data-store',
  annotation: 'note',
};

/** All words that begin a declaration, for a guess at what a misspelt one means. */
export const openers: readonly string[] = [...KEYWORDS, ...Object.keys(SYNONYMS), ...Object.keys(TASKS)];

/** The keyword that a word is, in any case; undefined: none. */
export function keywordOf(word: string): Keyword | undefined {
  const lower = word.toLowerCase();
  if (Object.hasOwn(SYNONYMS, lower)) return SYNONYMS[lower];
  return KEYWORDS.has(lower) ? (lower as Keyword) : undefined;
}

/** The kind of task that a word is, in any case. */
export function taskKindOf(word: string): TaskKind | undefined {
  const lower = word.toLowerCase();
  return Object.hasOwn(TASKS, lower) ? (lower as TaskKind) : undefined;
}

/** The trigger that a word is, in any case. */
export function triggerOf(word: string): Trigger | undefined {
  const lower = word.toLowerCase();
  const isTrigger = Object.hasOwn(TRIGGERS, lower) || ['none', 'multiple', 'parallel-multiple'].includes(lower);
  return isTrigger ? (lower as Trigger) : undefined;
}

export function isEvent(keyword: Keyword): keyword is keyof typeof EVENTS {
  return Object.hasOwn(EVENTS, keyword);
}

export function isGateway(keyword: Keyword): keyword is keyof typeof GATEWAYS {
  return Object.hasOwn(GATEWAYS, keyword);
}

export function isActivity(keyword: Keyword): keyword is keyof typeof ACTIVITIES {
  return Object.hasOwn(ACTIVITIES, keyword);
}

/** Whether a word has a meaning of its own somewhere, so that not every version of Mermaid takes it for an id. */
export function isReserved(word: string): boolean {
  const isOther = [HEADER, 'title', 'acctitle', 'accdescr'].includes(word.toLowerCase());
  return (
    isOther || DIRECTIONS.includes(word.toUpperCase()) || [keywordOf, taskKindOf, triggerOf].some((of) => of(word))
  );
}

function triggers(words: string): readonly Trigger[] {
  return words.split(' ') as Trigger[];
}

function keysOf<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}
