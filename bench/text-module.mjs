/**
 * Our text → SVG as a contestant of a benchmark: `source(graph) -> text`, `run(text) -> svg`. A graph is block-structured:
 * `{ nodes: [{ id, type, name, def }], flows: [{ id, s, t, name, cond }] }`, `type` as in BPMN XML.
 */
import { loadBundled } from './parts/load-bundled.mjs';

const { noFiles, render, SourceReader } = await loadBundled(
  `export { noFiles, render, SourceReader } from './src/workspace/index.ts';`,
);
const reader = new SourceReader(noFiles);

const words = {
  startEvent: 'start',
  endEvent: 'end',
  userTask: 'user',
  serviceTask: 'service',
  task: 'task',
  exclusiveGateway: 'xor',
  parallelGateway: 'parallel',
  inclusiveGateway: 'or',
};

/** The graph as a person would write it: blocks for structure, jumps for loops. */
export function source({ nodes, flows }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const out = Map.groupBy(flows, (flow) => flow.s);
  const into = Map.groupBy(flows, (flow) => flow.t);
  const lines = ['process bench "Bench" {'];
  const put = (depth, line) => lines.push('  '.repeat(depth) + line);

  /** Writes from a node on, up to the join of the block around; resolves to that join. */
  function sequence(start, depth) {
    let node = byId.get(start);
    for (;;) {
      const ways = out.get(node.id) ?? [];
      const isJoin = node.type.endsWith('Gateway') && (into.get(node.id)?.length ?? 0) > 1;
      // A join whose ways in are not all written yet closes the block around it; that of a loop has one from below.
      if (isJoin && !isLoopHead(node)) return node.id;
      if (isJoin) put(depth, `join ${node.id}`);
      else if (ways.length > 1) {
        const back = ways.find(isLoopBack);
        if (back) node = loopEnd(node, back, ways, depth);
        else node = block(node, ways, depth);
        if (!node) return undefined;
        continue;
      } else put(depth, `${words[node.type]} ${node.id}${labelOf(node.name)}`);
      if (ways.length === 0) return undefined;
      node = byId.get(ways[0].t);
    }
  }

  function block(node, ways, depth) {
    put(depth, `${words[node.type]} ${node.id}${labelOf(node.name)} {`);
    let join;
    for (const way of ways) {
      put(depth + 1, `${branchHead(node, way)} {`);
      join = sequence(way.t, depth + 2) ?? join;
      put(depth + 1, '}');
    }
    put(depth, '}');
    const [on] = out.get(join) ?? [];
    return on && byId.get(on.t);
  }

  function loopEnd(node, back, ways, depth) {
    put(depth, `xor ${node.id}${labelOf(node.name)} {`);
    put(depth + 1, `when${labelOf(back.name)} \`${back.cond}\` -> ${back.t}`);
    put(depth + 1, 'otherwise');
    put(depth, '}');
    return byId.get(ways.find((way) => way !== back).t);
  }

  function isLoopHead(node) {
    return into.get(node.id).some(isLoopBack);
  }

  sequence(nodes[0].id, 1);
  return `${lines.join('\n')}\n}\n`;
}

/** So is the way back of a loop marked. */
const isLoopBack = ({ cond }) => cond === 'again';
const labelOf = (name) => (name ? ` ${JSON.stringify(name)}` : '');

function branchHead(node, way) {
  if (node.type === 'parallelGateway') return 'branch';
  return way.cond ? `when${labelOf(way.name)} \`${way.cond}\`` : `otherwise${labelOf(way.name)}`;
}

let runs = 0;

/** The picture of the text. Throws if there is none. As a file of its own, since what a reader has read it does not read again. */
export async function run(text) {
  const document = await reader.open(`bench-${++runs}.procedo`, new TextEncoder().encode(text));
  const { value, problems } = await render(document);
  const [picture] = value;
  if (!picture) throw new Error([...document.problems, ...problems][0]?.message ?? 'No picture.');
  return picture.svg;
}
