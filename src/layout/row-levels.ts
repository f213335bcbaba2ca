/**
 * Fewer rows for the same lines. Each line falls towards the axis until another one is in its way, as tiles do: above and below change for no two
 * lines that share an x, so that nothing else is crossed. Source: longest path over the order of what overlaps.
 */
import { Spans } from './spans.ts';
import type { Line, Row } from './wiring.ts';

/** One row in the making. */
interface Level {
  readonly isThin: boolean;
  readonly lines: Line[];
  readonly spans: Spans;
}

/** @param rows lines by row, the nearest to the axis first; @param clearance px that lines of a row keep between them */
export function fallen(rows: readonly (readonly Line[])[], clearance: number): Level[] {
  const levels: Level[] = [];
  for (const line of rows.flat()) {
    const obstacle = levels.findLastIndex(({ spans }) => spans.meet(line.left - clearance, line.right + clearance));
    const isThin = line.nodes.length === 0;
    const known = levels.find((one, index) => index > obstacle && one.isThin === isThin);
    const level = known ?? { isThin, lines: [], spans: new Spans() };
    if (!known) levels.push(level);
    level.lines.push(line);
    level.spans.add(line);
  }
  return levels;
}

/** The rows of one band, from top to bottom, made of fewer; the axis stays as it is. */
export function lessRows(rows: readonly Row[], clearance: number): Row[] {
  const at = rows.findIndex(({ axis }) => axis);
  const axis = rows[at];
  if (!axis) return [...rows];
  const rowOf = ({ lines, spans }: Level): Row => ({ band: axis.band, rank: 0, lines, spans, axis: false });
  const linesOf = ({ lines }: Row) => lines;
  const above = fallen(rows.slice(0, at).reverse().map(linesOf), clearance).map(rowOf);
  const below = fallen(rows.slice(at + 1).map(linesOf), clearance).map(rowOf);
  return [...above.reverse(), axis, ...below];
}
