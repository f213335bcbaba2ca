import { type Block, joined, moveBlock } from './case-sheet.ts';

/** Width by height that a heap of things should have. */
const aspect = 1.6;

/**
 * Puts blocks beside each other in rows, in their order, so that the whole is neither long nor high; its upper left corner is at the
 * origin. @param least a row may be as wide as this (px) in any case
 */
export function pack(blocks: readonly Block[], gap: number, least = 0): Block {
  const area = blocks.reduce((sum, { bounds }) => sum + (bounds.width + gap) * (bounds.height + gap), 0);
  const widest = blocks.reduce((width, { bounds }) => Math.max(width, bounds.width), 0);
  const most = Math.max(widest, least, Math.sqrt(area * aspect));
  let [x, y, height] = [0, 0, 0];
  for (const block of blocks) {
    if (x > 0 && x + block.bounds.width > most) [x, y, height] = [0, y + height + gap, 0];
    moveBlock(block, Math.round(x - block.bounds.x), Math.round(y - block.bounds.y));
    x += block.bounds.width + gap;
    height = Math.max(height, block.bounds.height);
  }
  return joined(blocks);
}
