/** Ids that a person chose, told from those that a modeler made up. */

/** Words that modelers put before what they count or draw by chance. */
const KINDS = [
  ...[
    'activity',
    'annotation',
    'association',
    'artifact',
    'boundary',
    'call',
    'callactivity',
    'catch',
    'category',
    'categoryvalue',
  ],
  ...['collaboration', 'data', 'datainput', 'datainputassociation', 'dataobject', 'dataobjectreference', 'dataoutput'],
  ...[
    'dataoutputassociation',
    'datastore',
    'datastorereference',
    'definitions',
    'di',
    'element',
    'end',
    'endevent',
    'error',
  ],
  ...[
    'escalation',
    'event',
    'eventdefinition',
    'flow',
    'flownode',
    'formalexpression',
    'gateway',
    'group',
    'id',
    'item',
    'itemdefinition',
  ],
  ...[
    'lane',
    'laneset',
    'link',
    'loop',
    'message',
    'messageflow',
    'node',
    'object',
    'operation',
    'participant',
    'pool',
    'process',
    'property',
  ],
  ...[
    'resource',
    'sequenceflow',
    'seqflow',
    'shape',
    'sid',
    'signal',
    'start',
    'startevent',
    'subprocess',
    'task',
    'textannotation',
  ],
  ...[
    'throw',
    'timer',
    'transaction',
    'usertask',
    'servicetask',
    'scripttask',
    'sendtask',
    'receivetask',
    'manualtask',
  ],
  ...[
    'businessruletask',
    'adhocsubprocess',
    'exclusivegateway',
    'parallelgateway',
    'inclusivegateway',
    'eventbasedgateway',
  ],
  ...[
    'complexgateway',
    'eventgateway',
    'boundaryevent',
    'intermediateevent',
    'intermediatecatchevent',
    'intermediatethrowevent',
  ],
  ...['boundarytimer', 'boundaryerror', 'boundarymessage', 'timerintermediatecatchevent', 'mailtask', 'rule'],
  ...[
    'planitem',
    'discretionaryitem',
    'entrycriterion',
    'exitcriterion',
    'criterion',
    'sentry',
    'humantask',
    'casetask',
    'processtask',
    'decisiontask',
    'stage',
    'milestone',
    'eventlistener',
    'usereventlistener',
    'timereventlistener',
    'planfragment',
    'planningtable',
    'caseplanmodel',
    'case',
    'casefileitem',
    'casefileitemdefinition',
    'role',
    'applicabilityrule',
    'planitemonpart',
  ],
  ...[
    'messageeventdefinition',
    'timereventdefinition',
    'erroreventdefinition',
    'signaleventdefinition',
    'process_engine',
  ],
];

/** A number, or letters and digits drawn by chance. */
const CHANCE =
  '(?:\\d+(?:_\\d+)*|(?=[a-z]*\\d)[0-9a-z]{5,9}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-F-]{16,})';

const COUNTED = new RegExp(`^(?:bpmn_?)?_?(?:${KINDS.join('|')})[-_]?${CHANCE}$`, 'i');

/** Chance alone, as some tools write it: `_9c4d…`, `m2616a98b-51c6-…` (no id begins with a digit), `_To9ZoTOCEeSknpIVFCxNIQ`, `sid-…`, `WFP-6-1`. */
const DRAWN = new RegExp(
  `^(?:PI_|DEF_)?_?${CHANCE}$|^(?:[_a-z]?[0-9a-f]{8}-[0-9a-f]{4}-|_?sid-)|^_[A-Za-z0-9_-]{20,}$|^(?:Bpmn_\\w+_|WFP-)`,
);

/** Whether an id tells a reader something, so that it stays in the text. */
export function isSpeaking(id: string): boolean {
  return !COUNTED.test(id) && !DRAWN.test(id);
}
