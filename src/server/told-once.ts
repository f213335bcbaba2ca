/** Several rules, each with a number of its own elsewhere, tell one slip of a typing person: here it is told once. */
import type { Problem } from '../base/problem.ts';
import type { DocumentFinding } from './document-finding.ts';

/** By rule: what is told on the same line and says it more exactly. */
const toldBetter: Readonly<Record<string, readonly string[]>> = {
  'node-needs-incoming': ['unreachable'],
  'no-disconnected': ['start-has-outgoing', 'node-needs-incoming', 'node-needs-outgoing', 'unreachable'],
  'no-implicit-end': ['start-has-outgoing', 'node-needs-outgoing'],
};

/** A start asks for an end on its own line: that its process has none needs no saying on the line of that. */
const OF_PROCESS = 'end-event-required';
const OF_START = 'start-iff-end';

/** The findings without those that another one, or a problem of the text, says better. */
export function toldOnce(findings: readonly DocumentFinding[], problems: readonly Problem[]): DocumentFinding[] {
  const told = new Set([...findings, ...problems].map((one) => `${one.code} ${lineOf(one)}`));
  const processes = findings.filter(({ code }) => code === OF_PROCESS).map(lineOf);
  const starts = findings.filter(({ code }) => code === OF_START).map(lineOf);
  const hasStart = (line: number): boolean =>
    starts.some((start) => start >= line && !processes.some((other) => other > line && other <= start));
  return findings.filter((finding) => {
    const line = lineOf(finding);
    if (finding.code === OF_PROCESS) return !hasStart(line);
    return !toldBetter[finding.code]?.some((code) => told.has(`${code} ${line}`));
  });
}

function lineOf({ range }: Problem): number {
  return range?.start.line ?? -1;
}
