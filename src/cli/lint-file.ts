/** One file held against the rules. */
import { hasErrors } from '../base/problem.ts';
import { comparePositions, type Range } from '../base/range.ts';
import { type Finding, type Settings, type SourceDocument, SourceReader } from '../workspace/index.ts';
import { codeFrame } from './code-frame.ts';
import { diskFiles } from './disk-files.ts';
import type { LintJob, LintResult } from './lint-job.ts';
import type { LintFinding } from './lint-report.ts';
import { activeRules, lintDocument, ruleNamed } from './lint-rules.ts';
import { readFile } from './open-input.ts';
import { placeOf } from './problem-lines.ts';
import { catalogueEntry } from './rule-catalogue.ts';

/** States looked at for each process, at most: all but four in a hundred processes need fewer, and `analyze` has patience for the others. */
const maxStates = 200;

/** Lints files, one after the other. */
export class FileLinter {
  readonly #reader = new SourceReader(diskFiles());
  /** Most files of a run have the same settings. */
  readonly #active = new Map<string, ReturnType<typeof activeRules>>();

  async lint(job: LintJob): Promise<LintResult> {
    const { file, path, settings, suppressions } = job;
    const read = job.bytes ? { bytes: job.bytes } : readFile(file, path);
    if ('refusal' in read) return read;
    const rules = this.#rulesFor(settings);
    const lint = (document: SourceDocument) =>
      lintDocument(document, rules, { suppressions, maxStates, withFixes: job.fix !== undefined });
    const document = await this.#reader.open(path, read.bytes);
    if (!job.fix) return resultOf(file, document, lint(document));
    const { mendFile } = await import('./lint-fix.ts');
    const mended = await mendFile({ document, ...read }, job, lint, this.#reader);
    if ('refusal' in mended) return mended;
    const { count, findings } = mended;
    const mendedResult = resultOf(file, mended.document, findings);
    return count > 0 ? { ...mendedResult, mended: { count, text: mended.document.text } } : mendedResult;
  }

  #rulesFor(settings: Settings) {
    const key = JSON.stringify(settings);
    const active = this.#active.get(key) ?? activeRules(settings);
    this.#active.set(key, active);
    return active;
  }
}

function resultOf(file: string, document: SourceDocument, ofRules: readonly Finding[]) {
  const found = [...ofStages(document), ...ofRules.map(ofRule)];
  const inOrder = found.sort((a, b) => comparePositions(a.range.start, b.range.start));
  return {
    linted: { file, findings: withFrames(inOrder, document.text) },
    isUnreadable: document.kind === 'unreadable',
  };
}

/** Problems of reading. What rules look for themselves is left to them, except in a text with errors, which no rule looks at. */
function ofStages({ problems, kind }: SourceDocument): LintFinding[] {
  const isLinted = kind !== 'text' || !hasErrors(problems);
  return problems.flatMap((problem) => {
    const { code, severity, message, element = null } = problem;
    const entry = catalogueEntry(code);
    if (isLinted && ruleNamed(entry.rule).length > 0) return [];
    return [{ ...entry, severity, message, element, range: placeOf(problem) }];
  });
}

function ofRule({ rule, severity, message, element, range, references }: Finding): LintFinding {
  const place = range ?? placeOf({ severity, code: rule.id, message });
  return { rule: rule.name, code: rule.id, severity, message, element: element ?? null, range: place, references };
}

function withFrames(findings: readonly LintFinding[], text: string): LintFinding[] {
  const last = findings.at(-1)?.range.start.line;
  // In most files there is less to say of the drawing, which comes last.
  if (last === undefined) return [];
  // To cut at one character is three times as fast as by a pattern, and most files have no other line ends.
  const lines = text.includes('\r') ? text.split(/\r\n|\r|\n/, last + 1) : text.split('\n', last + 1);
  return findings.map((finding) => {
    const frame = codeFrame(lines, withoutAttributes(finding.range, lines));
    return frame === undefined ? finding : { ...finding, frame };
  });
}

/** Of the start tag of an XML element only its name is marked: the attributes would be a line of carets that says nothing. */
function withoutAttributes({ start, end }: Range, lines: readonly string[]): Range {
  const [tag] = /^<[^\s/>]+/.exec(lines[start.line]?.slice(start.character) ?? '') ?? [];
  return { start, end: tag === undefined ? end : { line: start.line, character: start.character + tag.length } };
}
