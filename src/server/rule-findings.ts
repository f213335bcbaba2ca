import { readFile } from 'node:fs/promises';
import { matchesGlob } from 'node:path';
import { URI } from 'langium';
import { type Connection, DiagnosticSeverity } from 'vscode-languageserver';
import { isRecord } from '../base/is-record.ts';
import type { Problem } from '../base/problem.ts';
import { comparePositions, type Position, range } from '../base/range.ts';
import { type Configurations, type Finding, loadLint, type SourceDocument, type Verdict } from '../workspace/index.ts';
import type { DocumentFinding } from './document-finding.ts';
import { pathOf } from './editor-files.ts';
import type { EditorSettings } from './editor-settings.ts';

/** Holds documents against the rules that are on for them. */
export class RuleFindings {
  readonly #connection: Connection;
  #configurations: Promise<Configurations> | undefined;
  /** Configurations that were told to be wrong, by URI. */
  #wrong: ReadonlySet<string> = new Set();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** A configuration has changed: all are read anew. */
  forget(): void {
    this.#configurations = undefined;
  }

  /** @param verdicts on all runs of it; without them the rules about runs are left out */
  async of(
    uri: string,
    document: SourceDocument,
    settings: EditorSettings,
    verdicts?: readonly Verdict[],
  ): Promise<DocumentFinding[]> {
    const { lintDocument, activeRules, settingsInEditor } = await loadLint();
    this.#configurations ??= this.#load();
    const configurations = await this.#configurations;
    const { isIgnored, settings: configured } = await configurations.settingsFor(pathOf(uri));
    this.#tellMistakes(configurations);
    if (isIgnored) return [];
    const active = activeRules(settingsInEditor(configured, settings));
    const findings = verdicts
      ? lintDocument(document, active, { verdicts })
      : lintDocument(
          document,
          active.filter(({ rule }) => !rule.isOfRuns),
        );
    const found = findings.map((finding) => findingOf(finding, document));
    return found.toSorted((a, b) => comparePositions(startOf(a), startOf(b)));
  }

  async #load(): Promise<Configurations> {
    const { Configurations } = await loadLint();
    return new Configurations({
      read: (path) => readFile(URI.file(path).fsPath, 'utf8').catch(() => undefined),
      matches: (path, pattern) => matchesGlob(path, pattern),
    });
  }

  /** What is wrong with a configuration stands in that file. */
  #tellMistakes({ mistakes }: Configurations): void {
    const files = Map.groupBy(mistakes, ({ path }) => URI.file(path).toString());
    for (const uri of this.#wrong) if (!files.has(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, found] of files) {
      const diagnostics = found.map(({ message }) => ({
        range: range(0, 0, 0, 0),
        severity: DiagnosticSeverity.Error,
        code: 'configuration',
        message,
        source: 'procedo',
      }));
      void this.#connection.sendDiagnostics({ uri, diagnostics });
    }
    this.#wrong = new Set(files.keys());
  }
}

function startOf({ range: place }: Problem): Position {
  return place?.start ?? { line: 0, character: 0 };
}

function findingOf(finding: Finding, { sourceMap }: SourceDocument): DocumentFinding {
  const { rule, severity, message, element, range: place, run = [] } = finding;
  return {
    severity,
    code: rule.name,
    message,
    ...(place && { range: place }),
    ...(element !== undefined && { element }),
    by: rule.isOfRuns ? 'runs' : 'model',
    related: choicesIn(run, sourceMap),
    isUnnecessary: unnecessary.has(rule.name),
    run: run.flatMap(({ act }) => (isRecord(act) ? [act] : [])),
  };
}

/** More places than these help nobody. */
const mostRelated = 5;

/** The ways that a run chose, the latest first: one of them has led there. */
function choicesIn(
  run: NonNullable<Finding['run']>,
  sourceMap: SourceDocument['sourceMap'],
): DocumentFinding['related'] {
  const choices = run.toReversed().flatMap(({ act, sentence }) => {
    const flows = isRecord(act) && Array.isArray(act.flows) ? act.flows : [];
    return flows.flatMap((id) => {
      const place = sourceMap?.rangeOf(String(id));
      return place ? [{ range: place, message: `The run that leads there: ${sentence}` }] : [];
    });
  });
  return choices.slice(0, mostRelated);
}

/** Rules about what may as well be left out. */
const unnecessary: ReadonlySet<string> = new Set([
  'data-object-unused',
  'dead-activity',
  'empty-lane',
  'listener-unused',
  'superfluous-flow-label',
  'superfluous-termination',
  'unused-definition',
  'unused-suppression',
]);
