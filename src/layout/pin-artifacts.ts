/**
 * New data and notes among pinned shapes. Needs: a canvas on which every step has its place. Leaves: a place for each of them: notes above right of
 * their user, data below, where nothing else stands.
 */
import type { Bounds } from '../base/geometry.ts';
import type { Canvas } from './pin-canvas.ts';
import { anchorOf, type LayoutNode, type Scope } from './scope.ts';

const distance = 30;

/** Places what has no place yet, in all scopes. */
export function placeArtifacts(canvas: Canvas): void {
  const scopes: readonly (readonly [Scope, LayoutNode | undefined])[] = [
    [canvas.sheet.scope, undefined],
    ...canvas.sheet.nodes.flatMap(([, node]) => (node.inner ? [[node.inner, node] as const] : [])),
  ];
  for (const [scope, parent] of scopes) {
    for (const artifact of scope.loose) if (!canvas.bounds.has(artifact)) placeArtifact(artifact, parent, canvas);
  }
}

function placeArtifact(artifact: LayoutNode, parent: LayoutNode | undefined, canvas: Canvas): void {
  const boxes = canvas
    .childrenOf(parent)
    .flatMap((node) => [canvas.bounds.get(node) ?? [], canvas.labels.get(node) ?? []].flat());
  const user = userOf(artifact, canvas);
  const host = user ?? wholeOf(boxes);
  const places = host ? placesAround(artifact, host) : [{ x: 0, y: 0, width: artifact.width, height: artifact.height }];
  const free = places.find((place) => boxes.every((box) => !meets(box, place)));
  canvas.place(artifact, free ?? places[0] ?? { x: 0, y: 0, width: artifact.width, height: artifact.height });
}

/** The box of the step that uses the artifact. */
function userOf(artifact: LayoutNode, canvas: Canvas): Bounds | undefined {
  for (const { source, target } of canvas.sheet.scope.links) {
    const user = source === artifact ? target : target === artifact ? source : undefined;
    const box = user && canvas.bounds.get(anchorOf(user));
    if (box) return box;
  }
  return undefined;
}

function wholeOf(boxes: readonly Bounds[]): Bounds | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y: bottom, width: 0, height: 0 };
}

/** Above right, then left, then farther away; for data the same below. */
function placesAround({ kind, width, height, label }: LayoutNode, host: Bounds): Bounds[] {
  const isNote = kind === 'note';
  const text = label?.height ?? 0;
  return [0, 1, 2, 3, 4, 5].flatMap((step) => {
    const away = distance + step * (height + text + distance);
    const above = Math.round(host.y - away - height - text);
    const below = Math.round(host.y + host.height + away);
    const rightX = Math.round(host.x + host.width / 2 + (isNote ? 6 : 14));
    const leftX = Math.round(host.x + host.width / 2 - (isNote ? 6 : 14) - width);
    const rows = isNote ? [above, below] : [below, above];
    return rows.flatMap((y) => [rightX, leftX].map((x) => ({ x, y, width, height })));
  });
}

function meets(a: Bounds, b: Bounds): boolean {
  const by = 8;
  return a.x < b.x + b.width + by && b.x < a.x + a.width + by && a.y < b.y + b.height + by && b.y < a.y + a.height + by;
}
