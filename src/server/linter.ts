import { readFile } from 'node:fs/promises';
import { matchesGlob } from 'node:path';
import { URI } from 'langium';
import { type Connection, DiagnosticSeverity } from 'vscode-languageserver';
import { range } from '../base/range.ts';
import {
  Configurations,
  type Finding,
  loadLint,
  type SourceDocument,
  settingsInEditor,
  type Verdict,
} from '../workspace/index.ts';
import { pathOf } from './editor-files.ts';
import type { EditorSettingsReader } from './editor-settings.ts';

/** Holds open documents against the rules that are on for them. */
export class Linter {
  readonly #connection: Connection;
  readonly #settings: EditorSettingsReader;
  #configurations: Configurations | undefined;
  /** Configurations that were told to be wrong, by URI. */
  #wrong: ReadonlySet<string> = new Set();
  /** The newest verdicts on open documents, and the text that each is about. */
  readonly #known = new Map<string, { readonly text: string; readonly verdicts: readonly Verdict[] }>();

  constructor(settings: EditorSettingsReader, connection: Connection) {
    this.#settings = settings;
    this.#connection = connection;
  }

  /** A configuration has changed: all are read anew. */
  forget(): void {
    this.#configurations = undefined;
  }

  /** @param verdicts on all runs of it; as long as none are known the rules about runs are left out */
  async lint(uri: string, document: SourceDocument, verdicts?: readonly Verdict[]): Promise<readonly Finding[]> {
    if (verdicts) this.#known.set(uri, { text: document.text, verdicts });
    const known = this.#known.get(uri);
    return (await this.linting(uri, known?.text === document.text ? known.verdicts : undefined))(document);
  }

  /** A document is closed. */
  closed(uri: string): void {
    this.#known.delete(uri);
  }

  /** What holds any version of a document against its rules. */
  async linting(uri: string, verdicts?: readonly Verdict[]): Promise<(document: SourceDocument) => readonly Finding[]> {
    const settings = await this.#settings.of(uri);
    if (!settings.isLinted) return () => [];
    const { lintDocument, activeRules } = await loadLint();
    this.#configurations ??= this.#open();
    const configurations = this.#configurations;
    const { isIgnored, settings: configured } = await configurations.settingsFor(pathOf(uri));
    this.#tellMistakes(configurations);
    if (isIgnored) return () => [];
    const active = activeRules(settingsInEditor(configured, settings));
    const rules = verdicts ? active : active.filter(({ rule }) => !rule.isOfRuns);
    return (document) => lintDocument(document, rules, verdicts && { verdicts });
  }

  #open(): Configurations {
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
