/** Random structured processes as XML, for properties that hold for every drawing. */
import fc from 'fast-check';

/** A block of a process: a step, a split with branches that meet again, a loop, or a step with a handler. */
type Block =
  | { readonly kind: 'step' }
  | { readonly kind: 'split'; readonly branches: readonly (readonly Block[])[] }
  | { readonly kind: 'loop'; readonly body: readonly Block[] }
  | { readonly kind: 'handled'; readonly handler: readonly Block[] };

const { blocks } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 0, maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constant<Block>({ kind: 'step' }),
    fc.record({
      kind: fc.constant('split' as const),
      branches: fc.array(tie('blocks'), { minLength: 2, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('loop' as const), body: tie('blocks') }),
    fc.record({ kind: fc.constant('handled' as const), handler: tie('blocks') }),
  ),
}));

/** A structured process; `named` flows and gateways have labels. */
export const structuredProcess = fc.record({ blocks, named: fc.boolean() });

export type StructuredProcess = typeof structuredProcess extends fc.Arbitrary<infer T> ? T : never;

/** The process as a BPMN file. Ids are counted, so that a step appended at the end changes no other id. */
export function processXml({ blocks, named }: StructuredProcess, appended = 0): string {
  const elements: string[] = [];
  let count = 0;
  const add = (type: string, attributes = '') => {
    const id = `${type}${++count}`;
    elements.push(`<bpmn:${type} id="${id}"${attributes}/>`);
    return id;
  };
  const flow = (from: string, to: string) => {
    const name = named && from.includes('Gateway') ? ' name="some reason"' : '';
    elements.push(`<bpmn:sequenceFlow id="${from}-${to}-${++count}" sourceRef="${from}" targetRef="${to}"${name}/>`);
  };
  const label = named ? ' name="Which way to go?"' : '';
  const chain = (from: string, list: readonly Block[]): string => list.reduce(block, from);
  const block = (from: string, item: Block): string => {
    if (item.kind === 'step') return step(from);
    if (item.kind === 'handled') return handled(from, item.handler);
    const first = add('exclusiveGateway', label);
    flow(from, first);
    if (item.kind === 'loop') return loop(first, item.body);
    const ends = item.branches.map((branch) => chain(first, branch));
    const join = add('exclusiveGateway');
    for (const end of ends) flow(end, join);
    return join;
  };
  const step = (from: string): string => {
    const task = add('task', ' name="Do something useful"');
    flow(from, task);
    return task;
  };
  const loop = (first: string, body: readonly Block[]): string => {
    const last = add('exclusiveGateway', label);
    flow(chain(step(first), body), last);
    flow(last, first);
    return last;
  };
  const handled = (from: string, handler: readonly Block[]): string => {
    const host = step(from);
    const event = add('boundaryEvent', ` attachedToRef="${host}"${named ? ' name="too late"' : ''}`);
    flow(chain(step(event), handler), add('endEvent'));
    return host;
  };
  let last = chain(step(add('startEvent')), blocks);
  for (let i = 0; i < appended; i++) last = step(last);
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p">${elements.join('\n')}</bpmn:process></bpmn:definitions>`;
}
