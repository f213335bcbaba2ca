/** Mends a document again and again, until nothing is left that can be mended. */
import { hasErrors } from '../base/problem.ts';
import { withEdits } from '../base/text-edit.ts';
import type { Finding } from '../lint/index.ts';
import { editsFor } from './fixes.ts';
import type { SourceDocument } from './source-document.ts';

/** What one mended thing makes mendable is rarely more than two or three rounds deep. */
const mostRounds = 10;

export interface Mended {
  /** As it is now; the document that was given, if there was nothing to mend. */
  readonly document: SourceDocument;
  readonly findings: readonly Finding[];
  /** How many findings were mended. */
  readonly count: number;
}

export interface FixRounds {
  readonly lint: (document: SourceDocument) => readonly Finding[];
  /** Reads the same file with another text. */
  readonly reopen: (text: string) => Promise<SourceDocument>;
  /** Which findings to mend. */
  readonly isWanted: (finding: Finding) => boolean;
}

/**
 * Mends what it can. Fixes that make a text unreadable, or bring errors that were not there, are taken back: all of a round, then
 * one by one. A document with errors is not touched.
 */
export async function mend(document: SourceDocument, rounds: FixRounds): Promise<Mended> {
  let state = { document, findings: rounds.lint(document), count: 0 };
  const refused = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const wanted = state.findings.filter((one) => one.fix && rounds.isWanted(one) && !refused.has(keyOf(one)));
    if (wanted.length === 0) break;
    const next = (await attempt(state, wanted, rounds)) ?? (await oneByOne(state, wanted, rounds, refused));
    if (!next) break;
    state = next;
  }
  return state;
}

async function attempt(before: Mended, wanted: readonly Finding[], rounds: FixRounds): Promise<Mended | undefined> {
  const { edits, mended } = editsFor(before.document, wanted);
  if (mended.length === 0) return undefined;
  const document = await rounds.reopen(withEdits(before.document.text, edits));
  const findings = rounds.lint(document);
  if (isWorse(document, findings, before)) return undefined;
  // What is found as before is not mended, however often one tries: a drawing that has no room for better, say.
  const [numbers, were] = [numbersOf(findings), numbersOf(before.findings)];
  const stayed = mended.map(keyOf).filter((one) => (numbers.get(one) ?? 0) >= (were.get(one) ?? 0));
  if (stayed.length === mended.length) return undefined;
  return { document, findings, count: before.count + mended.length - stayed.length };
}

async function oneByOne(
  before: Mended,
  wanted: readonly Finding[],
  rounds: FixRounds,
  refused: Set<string>,
): Promise<Mended | undefined> {
  for (const finding of wanted) {
    const next = await attempt(before, [finding], rounds);
    if (next) return next;
    refused.add(keyOf(finding));
  }
  return undefined;
}

/** What a finding says, which stays the same where only its place changes. */
function keyOf({ rule, element, message }: Finding): string {
  return JSON.stringify([rule.id, element, message]);
}

/** How many findings say the same. */
function numbersOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const key of findings.map(keyOf)) numbers.set(key, (numbers.get(key) ?? 0) + 1);
  return numbers;
}

function isWorse(document: SourceDocument, findings: readonly Finding[], before: Mended): boolean {
  if (document.kind === 'unreadable' || (hasErrors(document.problems) && !hasErrors(before.document.problems)))
    return true;
  return errorsIn(findings) > errorsIn(before.findings);
}

function errorsIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}
