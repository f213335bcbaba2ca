/**
 * Pass B. Sizes of shapes and texts. Source: bpmn-js draws tasks 100x80, events 36, gateways 50, data 36x50, stores 50x50, and wraps the
 * text beside a shape at 90 px.
 */
import { hasWholeWords, type WrappedText, wrapText } from '../base/text-wrap.ts';
import type { LayoutNode, NodeKind, Size } from './scope.ts';

const sizes: Readonly<Record<NodeKind, Size>> = {
  task: { width: 100, height: 80 },
  event: { width: 36, height: 36 },
  boundary: { width: 36, height: 36 },
  gateway: { width: 50, height: 50 },
  container: { width: 100, height: 80 },
  pool: { width: 600, height: 60 },
  data: { width: 36, height: 50 },
  store: { width: 50, height: 50 },
  note: { width: 100, height: 30 },
};

const labelFont = { fontSize: 11 } as const;
/** Where lines of a label are broken in px; up to `widestForWords` where a long word would be broken. */
const labelWidth = 90;
const widestForWords = 160;
const widthStep = 4;
const longestWidened = 200;
/** Between boundary events, and from the last to the corner of its host. */
const boundaryGap = 14;
const cornerSpacing = 5;

export function sizeOf(kind: NodeKind): Size {
  return sizes[kind];
}

/** Size of a text beside its shape or flow as bpmn-js draws it, in whole px; undefined if there is nothing to draw. */
export function labelSize(label: string | undefined): Size | undefined {
  // Tools leave line ends behind names: nothing is seen of them.
  const text = label?.trimEnd();
  if (!text) return undefined;
  const usual = wrapLabel(text, labelWidth);
  const most = hasWholeWords(text, usual) ? labelWidth : widthForWords(text);
  const wrapped = most === labelWidth ? usual : wrapLabel(text, most);
  return { width: leastWidth(text, wrapped, most), height: Math.ceil(wrapped.height) };
}

/** The least width that leaves all words whole, the usual one if none does. Texts that no label has room for are not tried: breaking lines takes the square of their length. */
function widthForWords(text: string): number {
  if (text.length > longestWidened) return labelWidth;
  for (let width = labelWidth + widthStep; width <= widestForWords; width += widthStep)
    if (hasWholeWords(text, wrapLabel(text, width))) return width;
  return labelWidth;
}

/** bpmn-js breaks lines for the width that the drawing gives, and not always as well for the least that they need. */
function leastWidth(text: string, { lines, width }: WrappedText, most: number): number {
  const same = (least: number) => wrapLabel(text, least).lines.every((line, index) => line === lines[index]);
  let least = Math.ceil(width / 2) * 2 + 4;
  while (least < most && !same(least)) least += widthStep;
  return Math.min(least, most);
}

function wrapLabel(text: string, width: number): WrappedText {
  return wrapText(text, { ...labelFont, width });
}

/** Size in px of the name of a message as bpmn-js draws it below the envelope on its flow. */
export function messageSize(name: string | undefined): Size {
  if (!name?.trim()) return { width: 0, height: 0 };
  const { width, height } = wrapText(name, { fontSize: 12, width: 150 });
  return { width, height };
}

/**
 * Widths of notes: the least that leaves all words whole and does not make the note higher than wide; else that does not make it higher, else the last.
 * bpmn-js sets notes in 12 px with 7 px around.
 */
const notePadding = 7;
const noteWidths = [100, 140, 180, 200, 220, 240, 300, 400, 600];

export function noteSize(text = ''): Size {
  const sizes = noteWidths.map((width) => {
    const wrapped = wrapText(text, { fontSize: 12, width: width - 2 * notePadding });
    const height = Math.max(30, Math.ceil((wrapped.height + 2 * notePadding) / 2) * 2);
    return { width, height, isWhole: hasWholeWords(text, wrapped) };
  });
  const low = sizes.filter(({ width, height }) => height <= width);
  const { width, height } = low.find(({ isWhole }) => isWhole) ?? low[0] ?? sizes.at(-1) ?? sizeOf('note');
  return { width, height };
}

/**
 * An activity is as wide as its boundary events need, side by side on its lower border; the names of the inner ones stand between them, those of
 * the first and the last outside.
 */
export function widenForBoundary(node: LayoutNode): void {
  const count = node.boundary.length;
  const least = count < 2 ? 0 : (count - 1) * boundarySpacing(node) + 2 * cornerSpacing + sizes.boundary.width;
  node.width = Math.max(node.width, Math.ceil(least / 10) * 10);
}

function boundarySpacing(host: LayoutNode): number {
  const widest = Math.max(0, ...host.boundary.slice(1, -1).map((event) => event.label?.width ?? 0));
  return Math.max(sizes.boundary.width + boundaryGap, widest > 0 ? widest + sizes.boundary.width : 0);
}

/** How far right of its host's centre a boundary event sits: one at the right corner, several from corner to corner in declared order. */
export function boundaryOffset(event: LayoutNode): number {
  const host = event.host;
  if (!host) return 0;
  const last = host.boundary.length - 1;
  const reach = host.width / 2 - cornerSpacing - sizes.boundary.width / 2;
  return last === 0 ? reach : Math.round(-reach + (2 * reach * host.boundary.indexOf(event)) / last);
}
