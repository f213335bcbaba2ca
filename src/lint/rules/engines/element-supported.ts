import { is, type ModelElement } from '../../../model/index.ts';
import { isExecutable, triggersOf } from '../../queries.ts';
import type { ProfileName, Rule } from '../../rule.ts';
import { kindOf, the } from '../../words.ts';

export const elementSupported: Rule = {
  id: 'EX02',
  name: 'element-supported',
  statement: 'The engine can run each element of an executable process.',
  why: 'It refuses the whole file, or passes over the element without a word.',
  severity: 'error',
  profiles: ['camunda7', 'camunda8', 'flowable', 'operaton'],
  references: [],
  options: { version: '' },
  check({ all, definitions, options, profile, report }) {
    const support = profile && supported[profile];
    if (!support) return;
    const version = String(options.version || definitions.$attrs['modeler:executionPlatformVersion'] || '');
    for (const node of all('bpmn:FlowNode')) {
      if (!isExecutable(node)) continue;
      for (const feature of featuresOf(node)) {
        const what = feature === node.$type ? the(node) : `${wordsFor(feature)} of ${the(node)}`;
        if (support.never.includes(feature))
          report(node, `${support.name} does not run ${what}. Say it with other elements.`);
        const since = support.since?.[feature];
        if (since !== undefined && version && isOlder(version, since))
          report(
            node,
            `${support.name} runs ${what} from ${since} on; this file is for ${version}. Say it with other elements, or use a newer engine.`,
          );
      }
    }
  },
};

/** What an engine must be able to do for a node: types of the standard, and some more. */
function featuresOf(node: ModelElement): string[] {
  const features = [node.$type];
  if (is(node, 'bpmn:Event')) {
    const begins = is(node, 'bpmn:StartEvent') && is(node.$parent, 'bpmn:Process');
    const triggers = triggersOf(node).map(({ $type }) =>
      begins && $type === 'bpmn:SignalEventDefinition' ? startBySignal : $type,
    );
    features.push(...new Set(triggers));
    if (triggers.length > 1) features.push(severalTriggers);
  }
  if (is(node, 'bpmn:Activity') && is(node.loopCharacteristics, 'bpmn:StandardLoopCharacteristics'))
    features.push('bpmn:StandardLoopCharacteristics');
  if (is(node, 'bpmn:EventBasedGateway') && node.instantiate) features.push(startByGateway);
  return features;
}

function wordsFor(feature: string): string {
  return feature.startsWith('bpmn:')
    ? `the ${kindOf({ $type: feature }).replace(/ (?:event definition|characteristics)$/, '')}`
    : feature;
}

function isOlder(version: string, since: string): boolean {
  const [one, other] = [version, since].map((text) => text.split('.').map(Number));
  const [major = 0, minor = 0] = one ?? [];
  const [sinceMajor = 0, sinceMinor = 0] = other ?? [];
  return major < sinceMajor || (major === sinceMajor && minor < sinceMinor);
}

const severalTriggers = 'several triggers';
const startByGateway = 'the start by a gateway';
/** Of a process: engines begin one by a signal before their events inside hear signals. */
const startBySignal = 'the start by a signal';

interface Support {
  readonly name: string;
  readonly never: readonly string[];
  /** The first version that runs it. */
  readonly since?: Readonly<Record<string, string>>;
}

const choreography = ['bpmn:ChoreographyTask', 'bpmn:SubChoreography', 'bpmn:CallChoreography'];
const nowhere = [
  ...choreography,
  'bpmn:ComplexGateway',
  'bpmn:StandardLoopCharacteristics',
  severalTriggers,
  startByGateway,
];
/** By the pages of the engines that list what they run, and their parsers. */
const supported: Readonly<Record<ProfileName, Support>> = {
  camunda7: { name: 'Camunda 7', never: [...nowhere, 'bpmn:AdHocSubProcess'] },
  operaton: { name: 'Operaton', never: [...nowhere, 'bpmn:AdHocSubProcess'] },
  flowable: { name: 'Flowable', never: nowhere },
  camunda8: {
    name: 'Camunda 8',
    never: [...nowhere, 'bpmn:Transaction', 'bpmn:CancelEventDefinition'],
    since: {
      'bpmn:InclusiveGateway': '8.1',
      'bpmn:TerminateEventDefinition': '8.1',
      'bpmn:EscalationEventDefinition': '8.2',
      'bpmn:LinkEventDefinition': '8.2',
      [startBySignal]: '8.2',
      'bpmn:SignalEventDefinition': '8.3',
      'bpmn:CompensateEventDefinition': '8.5',
      'bpmn:AdHocSubProcess': '8.7',
      'bpmn:ConditionalEventDefinition': '8.9',
    },
  },
};
