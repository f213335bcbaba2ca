import type { Problem } from '../base/problem.ts';
import { carriedFindings } from './carried-findings.ts';
import type { DocumentFinding } from './document-finding.ts';
import { toldOnce } from './told-once.ts';

/** The findings of one document, at their places in `text`. */
interface Found {
  readonly text: string;
  readonly findings: readonly DocumentFinding[];
}

/**
 * The newest findings of the open documents. While nothing newer is known they go along with the text: so they do not flicker
 * while one types, and stay while a line is half-typed.
 */
export class FindingStore {
  readonly #found = new Map<string, Found>();
  readonly #listeners: ((uri: string) => void)[] = [];

  /** Calls `listener` whenever something else has been found in a document. */
  onChanged(listener: (uri: string) => void): void {
    this.#listeners.push(listener);
  }

  /** What is known to be found in a document, whose text is this one now. */
  of(uri: string, text: string): readonly DocumentFinding[] {
    const found = this.#found.get(uri);
    if (!found) return [];
    const findings = carriedFindings(found.findings, found.text, text);
    if (found.text !== text) this.#found.set(uri, { text, findings });
    return findings;
  }

  /** The problems of a document, and behind them its findings. What a rule says again is a finding only, what several say once. */
  joined(uri: string, text: string, problems: readonly Problem[]): Problem[] {
    const findings = this.of(uri, text);
    const isTold = ({ code, range }: Problem) =>
      findings.some((finding) => finding.code === ruleOf[code] && finding.range?.start.line === range?.start.line);
    return [...problems.filter((problem) => !isTold(problem)), ...toldOnce(findings, problems)];
  }

  /** Takes what was found in a text in place of what had been; what rules about runs had found stays, unless they have looked. */
  put(uri: string, text: string, findings: readonly DocumentFinding[], areOfRuns: boolean): void {
    const before = this.of(uri, text);
    const all = areOfRuns ? findings : [...findings, ...before.filter(({ by }) => by === 'runs')];
    this.#found.set(uri, { text, findings: all });
    if (JSON.stringify(all) !== JSON.stringify(before)) for (const listener of this.#listeners) listener(uri);
  }

  /** The document is closed. */
  forget(uri: string): void {
    this.#found.delete(uri);
  }
}

/** What the reader of XML finds and a rule finds too. */
const ruleOf: Readonly<Record<string, string>> = {
  'unknown-reference': 'unresolved-reference',
  'duplicate-id': 'duplicate-id',
};
