import { readFile } from 'node:fs/promises';
import { matchesGlob } from 'node:path';
import { URI } from 'langium';
import { type Connection, DiagnosticSeverity } from 'vscode-languageserver';
import type { Problem } from '../base/problem.ts';
import { range } from '../base/range.ts';
import { type Configurations, type Finding, loadLint, type SourceDocument } from '../workspace/index.ts';
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

  async of(uri: string, document: SourceDocument, settings: EditorSettings): Promise<DocumentFinding[]> {
    const { lintDocument, activeRules, settingsInEditor } = await loadLint();
    this.#configurations ??= this.#load();
    const configurations = await this.#configurations;
    const { isIgnored, settings: configured } = await configurations.settingsFor(pathOf(uri));
    this.#tellMistakes(configurations);
    if (isIgnored) return [];
    return lintDocument(document, activeRules(settingsInEditor(configured, settings))).map(findingOf);
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

function findingOf({ rule, severity, message, element, range: place }: Finding): DocumentFinding {
  const problem: Problem = {
    severity,
    code: rule.name,
    message,
    ...(place && { range: place }),
    ...(element !== undefined && { element }),
  };
  return { ...problem, by: 'rules', related: [], isUnnecessary: unnecessary.has(rule.name), run: [] };
}

/** Rules about what may as well be left out. */
const unnecessary: ReadonlySet<string> = new Set([
  'data-object-unused',
  'empty-lane',
  'listener-unused',
  'superfluous-flow-label',
  'superfluous-termination',
  'unused-definition',
]);
