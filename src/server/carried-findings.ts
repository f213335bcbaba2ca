import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../base/range.ts';
import { changeOf, type TextChange } from '../base/text-change.ts';
import type { DocumentFinding } from './document-finding.ts';

/** Findings of a text at their places in the next one, until it has been looked at. Those of what is no longer there go. */
export function carriedFindings(
  findings: readonly DocumentFinding[],
  before: string,
  after: string,
): readonly DocumentFinding[] {
  if (findings.length === 0 || before === after) return findings;
  const change = changeOf(before, after);
  const [old, now] = [before, after].map((text) => TextDocument.create('', '', 0, text));
  if (!old || !now) return [];
  const moved = ({ start, end }: Range): Range | undefined => {
    const [from, to] = [old.offsetAt(start), old.offsetAt(end)];
    if (isRemoved(change, from, to)) return undefined;
    const first = movedOffset(change, from, true);
    return { start: now.positionAt(first), end: now.positionAt(Math.max(first, movedOffset(change, to, false))) };
  };
  return findings.flatMap((finding) => {
    const range = finding.range && moved(finding.range);
    if (finding.range && !range) return [];
    const related = finding.related.flatMap((one) => {
      const place = moved(one.range);
      return place ? [{ ...one, range: place }] : [];
    });
    return [{ ...finding, ...(range && { range }), related }];
  });
}

/** Whether all characters of a stretch are gone. */
function isRemoved({ at, removed }: TextChange, from: number, to: number): boolean {
  return from < to && at.some((start, index) => start <= from && to <= start + (removed[index] ?? 0));
}

/**
 * A place within what is removed is where that was.
 * @param isPushed whether the place is behind what is put exactly there
 */
function movedOffset({ at, removed, added }: TextChange, offset: number, isPushed: boolean): number {
  let moved = offset;
  for (const [index, start] of at.entries()) {
    const gone = removed[index] ?? 0;
    const isBefore = start < offset || (isPushed && start === offset && gone === 0);
    if (!isBefore) break;
    moved += (added[index] ?? '').length - Math.min(gone, offset - start);
  }
  return moved;
}
