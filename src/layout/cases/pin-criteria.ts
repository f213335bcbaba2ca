/** Criteria on items that stand. */
import type { Side } from '../ports.ts';
import type { LayoutNode } from '../scope.ts';
import type { CaseCanvas } from './case-canvas.ts';
import type { CaseCriterion, CaseItem } from './case-sheet.ts';

const pitch = 30;
const corner = 14;
const sidesOf: Readonly<Record<'entry' | 'exit', readonly Side[]>> = {
  entry: ['left', 'top', 'bottom', 'right'],
  exit: ['right', 'bottom', 'left', 'top'],
};

/** Gives new criteria a free place on the border of their host, and notes where those stand that have one. */
export function placeNewCriteria(
  { node: host, criteria }: Pick<CaseItem, 'node' | 'criteria'>,
  canvas: CaseCanvas,
): void {
  if (!canvas.bounds.has(host)) return;
  for (const criterion of criteria) {
    const { node } = criterion;
    if (!canvas.bounds.has(node)) {
      const { x, y } = freeOnBorder(criterion, host, canvas);
      const [left, top] = [Math.round(x - node.width / 2), Math.round(y - node.height / 2)];
      canvas.place(node, { x: left, y: top, width: node.width, height: node.height });
    }
    criterion.dx = node.x - host.x;
    criterion.dy = node.y - host.y;
    criterion.side = sideAt(criterion, host);
  }
}

function freeOnBorder({ isEntry }: CaseCriterion, host: LayoutNode, canvas: CaseCanvas): { x: number; y: number } {
  const others = canvas.criteriaOf(host).filter((node) => canvas.bounds.has(node));
  const isFree = ({ x, y }: { x: number; y: number }) =>
    others.every((other) => Math.abs(other.x - x) >= pitch || Math.abs(other.y - y) >= pitch);
  const places = sidesOf[isEntry ? 'entry' : 'exit'].flatMap((side) => placesOn(side, host));
  return places.find(isFree) ?? places[0] ?? { x: host.x, y: host.y };
}

/** From the middle of a side outwards. */
function placesOn(side: Side, { x, y, width, height }: LayoutNode): { x: number; y: number }[] {
  const isUpright = side === 'left' || side === 'right';
  const most = Math.max(0, Math.floor(((isUpright ? height : width) / 2 - corner) / (pitch / 2)));
  const offsets = Array.from(
    { length: 2 * most + 1 },
    (_, index) => ((index % 2 ? 1 : -1) * Math.ceil(index / 2) * pitch) / 2,
  );
  const [dx, dy] = [side === 'left' ? -width / 2 : width / 2, side === 'top' ? -height / 2 : height / 2];
  return offsets.map((offset) => (isUpright ? { x: x + dx, y: y + offset } : { x: x + offset, y: y + dy }));
}

/** The side of its host that a criterion is nearest to. */
function sideAt({ dx, dy }: CaseCriterion, { width, height }: LayoutNode): Side {
  const off: readonly (readonly [Side, number])[] = [
    ['left', Math.abs(dx + width / 2)],
    ['right', Math.abs(dx - width / 2)],
    ['top', Math.abs(dy + height / 2)],
    ['bottom', Math.abs(dy - height / 2)],
  ];
  return off.reduce((best, each) => (each[1] < best[1] ? each : best))[0];
}
