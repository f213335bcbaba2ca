/** Random processes without any structure: whatever can stand in a model, wired as it comes, in two pools that send each other messages. */
import fc from 'fast-check';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { buildLinked, buildNet, type LinkedModel, type Net } from '../../src/semantics/index.ts';

interface TangledNode {
  readonly kind: string;
  readonly trigger: string;
  readonly second: boolean;
  readonly isInterrupting: boolean;
  readonly marker: string;
  readonly inside: readonly TangledNode[];
  readonly wires: readonly (readonly [number, number])[];
}

export interface Tangle {
  readonly pools: readonly Pick<TangledNode, 'inside' | 'wires'>[];
  readonly messages: readonly (readonly [number, number])[];
}

const triggers = {
  message: '<messageEventDefinition messageRef="M"/>',
  signal: '<signalEventDefinition signalRef="S"/>',
  timer: '<timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition>',
  error: '<errorEventDefinition errorRef="E"/>',
  escalation: '<escalationEventDefinition escalationRef="L"/>',
  compensation: '<compensateEventDefinition/>',
  cancel: '<cancelEventDefinition/>',
  terminate: '<terminateEventDefinition/>',
  link: '<linkEventDefinition name="L"/>',
  conditional: '<conditionalEventDefinition><condition>x &gt; 1</condition></conditionalEventDefinition>',
  none: '',
} as const;

const kinds = [
  ...[
    'userTask',
    'undone',
    'undone',
    'sendTask',
    'receiveTask',
    'callActivity',
    'subProcess',
    'subProcess',
    'transaction',
  ],
  ...['adHocSubProcess', 'eventSubProcess', 'startEvent', 'startEvent', 'endEvent', 'intermediateThrowEvent'],
  ...['intermediateCatchEvent', 'boundaryEvent', 'boundaryEvent', 'exclusiveGateway', 'parallelGateway'],
  ...['inclusiveGateway', 'complexGateway', 'eventBasedGateway', 'handler'],
];
const markers = {
  none: '',
  loop: '<standardLoopCharacteristics loopMaximum="2"/>',
  items: '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
  unknown: '<multiInstanceLoopCharacteristics isSequential="true"/>',
} as const;

const wires = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 6 });
const { nodes } = fc.letrec<{ node: TangledNode; nodes: readonly TangledNode[] }>((tie) => ({
  nodes: fc.array(tie('node'), { minLength: 1, maxLength: 7 }),
  node: fc.record({
    kind: fc.constantFrom(...kinds),
    trigger: fc.constantFrom(...Object.keys(triggers)),
    second: fc.boolean(),
    isInterrupting: fc.boolean(),
    marker: fc.constantFrom(...Array(12).fill('none'), ...Object.keys(markers)),
    inside: fc.oneof({ maxDepth: 2, depthIdentifier: 'inside' }, fc.constant([]), tie('nodes')),
    wires,
  }) as fc.Arbitrary<TangledNode>,
}));

export const tangle: fc.Arbitrary<Tangle> = fc.record({
  pools: fc.array(fc.record({ inside: nodes, wires }), { minLength: 2, maxLength: 2 }),
  messages: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 4 }),
});

export function tangledNet(model: Tangle): Net {
  return buildNet([definitionsOf(model)]);
}

export function tangledLinked(model: Tangle): LinkedModel {
  return buildLinked([definitionsOf(model)]);
}

function definitionsOf(model: Tangle): Definitions {
  return readModel(tangledXml(model)).definitions as Definitions;
}

export function tangledXml({ pools, messages }: Tangle): string {
  const writer = new Writer();
  const processes = pools.map(
    (pool, at) => `<process id="P${at}">${writer.content(pool.inside, pool.wires)}</process>`,
  );
  const ends = ['A0', ...writer.ids, 'A1'];
  const end = (at: number) => ends[at % ends.length];
  const flows = messages.map(
    ([from, to], at) => `<messageFlow id="m${at}" sourceRef="${end(from)}" targetRef="${end(to)}"/>`,
  );
  const participants = pools.map((_, at) => `<participant id="A${at}" processRef="P${at}"/>`);
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
<message id="M"/><signal id="S"/><error id="E"/><escalation id="L"/>
<collaboration id="C">${participants.join('')}${flows.join('')}</collaboration>${processes.join('\n')}</definitions>`;
}

class Writer {
  readonly ids: string[] = [];
  #flows = 0;

  content(list: readonly TangledNode[], pairs: TangledNode['wires']): string {
    const ids = list.map((_, at) => `n${this.ids.length + at + 1}`);
    this.ids.push(...ids);
    const parts = list.map((node, at) => this.#node(node, ids[at] ?? '', ids));
    const ways = pairs.flatMap(([from, to]) => {
      const [source, target] = [ids[from % ids.length], ids[to % ids.length]];
      return `<sequenceFlow id="f${++this.#flows}" sourceRef="${source}" targetRef="${target}"/>`;
    });
    return parts.join('') + ways.join('');
  }

  #node(node: TangledNode, id: string, siblings: readonly string[]): string {
    const definition = triggers[node.trigger as keyof typeof triggers];
    const more = node.second ? triggers.signal : '';
    const marker = markers[node.marker as keyof typeof markers];
    const inside = () => marker + this.content(node.inside, node.wires);
    const tag = (name: string, content: string, attributes = '') =>
      `<${name} id="${id}"${attributes}>${content}</${name}>`;
    switch (node.kind) {
      case 'callActivity':
        return tag('callActivity', marker, ' calledElement="P1"');
      case 'subProcess':
      case 'transaction':
      case 'adHocSubProcess':
        return tag(node.kind, inside());
      case 'eventSubProcess':
        return tag('subProcess', inside(), ' triggeredByEvent="true"');
      case 'handler':
        return tag('userTask', '', ' isForCompensation="true"');
      case 'undone':
        return `${tag('userTask', marker)}<userTask id="h${id}" isForCompensation="true"/><boundaryEvent id="b${id}" attachedToRef="${id}">${triggers.compensation}</boundaryEvent><association id="a${id}" sourceRef="b${id}" targetRef="h${id}"/>`;
      case 'boundaryEvent': {
        const attributes = ` attachedToRef="${siblings[0]}" cancelActivity="${node.isInterrupting}"`;
        const handler = siblings.at(-1);
        const association = `<association id="a${id}" sourceRef="${id}" targetRef="${handler}"/>`;
        return tag(node.kind, definition + more, attributes) + (node.trigger === 'compensation' ? association : '');
      }
      case 'startEvent':
        return tag(node.kind, definition, ` isInterrupting="${node.isInterrupting}"`);
      case 'intermediateCatchEvent':
        return tag(node.kind, definition + more, ` parallelMultiple="${node.isInterrupting}"`);
      case 'endEvent':
      case 'intermediateThrowEvent':
        return tag(node.kind, definition + more);
      case 'eventBasedGateway':
        return tag(node.kind, '', ` instantiate="${node.second}"`);
      case 'complexGateway':
        return tag(node.kind, node.second ? '<activationCondition>activationCount &gt;= 1</activationCondition>' : '');
      case 'sendTask':
      case 'receiveTask':
        return tag(node.kind, marker, ' messageRef="M"');
      case 'userTask':
        return tag(node.kind, marker);
      default:
        return tag(node.kind, '');
    }
  }
}
