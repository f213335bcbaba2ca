/**
 * All that the passes of one scope depend on, as a text. Needs: a scope whose sub-processes have their sizes, the links of its sheet. Leaves: a key
 * with which two scopes get the same drawing. Ids are no part of it: renaming moves nobody.
 */
import type { Flow, LayoutNode, Scope, Size } from './scope.ts';

export function scopeContent(scope: Scope, links: readonly Flow[]): string {
  const indexOf = new Map([...scope.nodes, ...scope.loose].map((node, index) => [node, index]));
  const flowOf = new Map(scope.flows.map((flow, index) => [flow, index]));
  const parts: string[] = [`${scope.nodes.length} ${scope.loose.length}`];
  for (const node of indexOf.keys()) parts.push(nodeContent(node, indexOf));
  for (const band of scope.bands) parts.push(Object.values(band).join(' '));
  for (const flow of scope.flows) parts.push(flowContent(flow, indexOf, flowOf));
  for (const link of links) {
    if (isOf(link.source, indexOf) || isOf(link.target, indexOf)) parts.push(flowContent(link, indexOf, flowOf));
  }
  return parts.join('\n');
}

/** Every field with a plain value, whatever it is, and references by index. */
function nodeContent(node: LayoutNode, indexOf: ReadonlyMap<LayoutNode, number>): string {
  const { host, boundary, inner, onFlow, label } = node;
  let text = sizeText(label);
  for (const [name, value] of Object.entries(node)) {
    if (name !== 'id' && typeof value !== 'object') text += ` ${name}=${value}`;
  }
  if (host) text += ` on ${indexOf.get(host)}`;
  if (boundary.length > 0) text += ` has ${boundary.map((event) => indexOf.get(event)).join()}`;
  if (inner) text += ' open';
  if (onFlow) text += ' flow';
  return text;
}

function flowContent(
  { kind, source, target, label }: Flow,
  indexOf: ReadonlyMap<LayoutNode, number>,
  flowOf: ReadonlyMap<Flow, number>,
): string {
  return `${kind}${sizeText(label)} ${endText(source, indexOf, flowOf)} > ${endText(target, indexOf, flowOf)}`;
}

/** An end as the scope sees it: its node, or where in an open sub-process of the scope it lies, or that it is elsewhere. */
function endText(end: LayoutNode, indexOf: ReadonlyMap<LayoutNode, number>, flowOf: ReadonlyMap<Flow, number>): string {
  let text = end.onFlow ? `of ${flowOf.get(end.onFlow)} ` : '';
  for (let node: LayoutNode | undefined = end; node; node = node.host ?? node.parent) {
    const index = indexOf.get(node);
    if (index !== undefined) return `${text}${index}`;
    text += `${node.kind} ${node.band} ${node.x},${node.y} ${node.width}x${node.height} in `;
  }
  return `${text}elsewhere`;
}

function isOf(end: LayoutNode, indexOf: ReadonlyMap<LayoutNode, number>): boolean {
  for (let node: LayoutNode | undefined = end; node; node = node.host ?? node.parent)
    if (indexOf.has(node)) return true;
  return false;
}

function sizeText(size: Size | undefined): string {
  return size ? ` ${size.width}x${size.height}` : '';
}
