import { parser } from 'lezer-feel';

/** A stretch of an expression; offsets are from the code's own beginning, `to` is exclusive. */
export interface FeelNode {
  readonly from: number;
  readonly to: number;
}

/** The parts of a FEEL expression that are around `offset`, the innermost first. Never throws. */
export function feelNodesAt(code: string, offset: number): FeelNode[] {
  const nodes: FeelNode[] = [];
  // A caret between two parts touches both: the one behind it is meant, else the one before.
  for (const side of [1, -1] as const) {
    for (let node = parser.parse(code).resolveInner(offset, side); node.parent; node = node.parent) {
      if (!node.type.isError) nodes.push({ from: node.from, to: node.to });
    }
  }
  return nodes;
}
