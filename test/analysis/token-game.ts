/**
 * A second opinion that shares nothing with the analysis: the token game of workflow nets (van der Aalst, "The application of Petri nets to
 * workflow management", 1998), played on the text of a process of tasks, ends, exclusive and parallel gateways. A token stands on a flow; a
 * node takes tokens and puts tokens, and each of its firings is a step.
 */
interface GameNode {
  readonly id: string;
  readonly type: string;
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
}

interface Opinion {
  readonly optionToComplete: boolean;
  readonly properCompletion: boolean;
  readonly safe: boolean;
  readonly noDeadActivities: boolean;
}

/** Tokens on each flow, and which ends have been reached. */
interface Marking {
  readonly tokens: readonly number[];
  readonly ended: readonly string[];
}

const MOST_MARKINGS = 4000;
const MOST_TOKENS = 3;

/** @returns undefined: there are too many markings */
export function tokenGame(process: string): Opinion | undefined {
  const nodes = nodesOf(process);
  const starts = nodes.filter(({ type }) => type === 'startEvent');
  const flows = nodes.flatMap(({ outgoing }) => outgoing).length;
  const nothing: Marking = { tokens: Array(flows).fill(0), ended: [] };
  // Each start event begins a run of its own.
  const markings = starts.map(({ outgoing }) => put(nothing, outgoing));
  const numbers = new Map(markings.map((marking, at) => [JSON.stringify(marking), at]));
  const before: number[][] = markings.map(() => []);
  const fired = new Set<string>();
  let isProper = true;
  for (let at = 0; at < markings.length; at++) {
    const marking = markings[at] as Marking;
    if (marking.tokens.some((count) => count > MOST_TOKENS)) return undefined;
    for (const { node, after } of firings(nodes, marking)) {
      fired.add(node.id);
      if (node.type === 'endEvent' && marking.ended.includes(node.id)) isProper = false;
      const name = JSON.stringify(after);
      const known = numbers.get(name);
      const number = known ?? markings.length;
      if (known === undefined) {
        if (number >= MOST_MARKINGS) return undefined;
        numbers.set(name, number);
        markings.push(after);
        before.push([]);
      }
      before[number]?.push(at);
    }
  }
  const isOver = ({ tokens }: Marking) => tokens.every((count) => count === 0);
  const completes = new Set(markings.flatMap((marking, at) => (isOver(marking) ? [at] : [])));
  for (const at of completes) for (const each of before[at] ?? []) completes.add(each);
  return {
    optionToComplete: completes.size === markings.length,
    properCompletion: isProper,
    safe: markings.every(({ tokens }) => tokens.every((count) => count < 2)),
    noDeadActivities: nodes.every(({ id, type }) => type !== 'task' || fired.has(id)),
  };
}

function nodesOf(process: string): GameNode[] {
  const flows = [...process.matchAll(/<sequenceFlow id="\w+" sourceRef="(\w+)" targetRef="(\w+)"/g)];
  const ends = (place: number, id: string) => flows.flatMap((flow, at) => (flow[place] === id ? [at] : []));
  return [...process.matchAll(/<(\w+) id="(n\d+)"/g)].map(([, type = '', id = '']) => ({
    id,
    type,
    incoming: ends(2, id),
    outgoing: ends(1, id),
  }));
}

function firings(nodes: readonly GameNode[], marking: Marking): { readonly node: GameNode; readonly after: Marking }[] {
  return nodes.flatMap((node) => {
    const { type, incoming, outgoing } = node;
    const taken = type === 'parallelGateway' ? [incoming] : incoming.map((flow) => [flow]);
    const given = type === 'exclusiveGateway' && outgoing.length > 1 ? outgoing.map((flow) => [flow]) : [outgoing];
    return taken
      .filter((flows) => flows.length > 0 && flows.every((flow) => (marking.tokens[flow] ?? 0) > 0))
      .flatMap((flows) => given.map((each) => ({ node, after: put(take(marking, flows, node), each) })));
  });
}

function take({ tokens, ended }: Marking, flows: readonly number[], { id, type }: GameNode): Marking {
  const isEnd = type === 'endEvent' && !ended.includes(id);
  return {
    tokens: tokens.map((count, flow) => count - Number(flows.includes(flow))),
    ended: isEnd ? [...ended, id].sort() : ended,
  };
}

function put({ tokens, ended }: Marking, flows: readonly number[]): Marking {
  return { tokens: tokens.map((count, flow) => count + flows.filter((each) => each === flow).length), ended };
}
