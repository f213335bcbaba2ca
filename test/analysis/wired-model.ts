/** Random small processes of tasks, gateways and ends, wired as it comes from one start. */
import fc from 'fast-check';
import { type Definitions, readModel } from '../../src/model/index.ts';

const types = [
  ...['userTask', 'userTask', 'userTask', 'exclusiveGateway', 'exclusiveGateway', 'parallelGateway'],
  ...['parallelGateway', 'inclusiveGateway', 'endEvent', 'subProcess', 'late', 'beside', 'terminate'],
];

export const wired = fc.record({
  nodes: fc.array(fc.constantFrom(...types), { minLength: 2, maxLength: 8 }),
  wires: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 3, maxLength: 12 }),
});

export type Wired = typeof wired extends fc.Arbitrary<infer T> ? T : never;

const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';

export function wiredModel({ nodes, wires }: Wired): Definitions {
  const ids = nodes.map((_, at) => `n${at}`);
  const events = nodes.flatMap((type, at) => (type === 'late' || type === 'beside' ? [`b${at}`] : []));
  const sources = [...ids.filter((_, at) => nodes[at] !== 'endEvent' && nodes[at] !== 'terminate'), ...events];
  const parts = nodes.map((type, at) => nodeXml(type, `n${at}`, `b${at}`));
  const flow = (from: string, to: string, at: number) =>
    `<sequenceFlow id="f${at}" sourceRef="${from}" targetRef="${to}"/>`;
  const flows = wires.flatMap(([from, to], at) => {
    const source = sources[from % sources.length];
    return source ? [flow(source, ids[to % ids.length] ?? '', at)] : [];
  });
  return read(`<startEvent id="s"/>${flow('s', 'n0', 99)}${parts.join('')}${flows.join('')}`);
}

function nodeXml(type: string, id: string, event: string): string {
  if (type === 'terminate') return `<endEvent id="${id}"><terminateEventDefinition/></endEvent>`;
  if (type === 'subProcess')
    return `<subProcess id="${id}"><startEvent id="s${id}"/><sequenceFlow id="f${id}" sourceRef="s${id}" targetRef="t${id}"/><userTask id="t${id}"/></subProcess>`;
  if (type !== 'late' && type !== 'beside') return `<${type} id="${id}"/>`;
  return `<userTask id="${id}"/><boundaryEvent id="${event}" attachedToRef="${id}" cancelActivity="${type === 'late'}">${timer}</boundaryEvent>`;
}

/** A process `P` with this content. */
export function read(content: string): Definitions {
  return readModel(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="P">${content}</process></definitions>`,
  ).definitions as Definitions;
}
