import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { isRecord } from '../base/is-record.ts';
import { logFailure } from './log-failure.ts';

/** What a user has set in the editor, `procedo.*`. */
export interface EditorSettings {
  readonly isLinted: boolean;
  /** The preset and the profile that count where no configuration says otherwise, as they are written. */
  readonly preset: string;
  readonly profile: string;
  /** How many states the analysis looks at; 0: it is off. */
  readonly maxStates: number;
}

const unset: EditorSettings = { isLinted: true, preset: 'recommended', profile: '', maxStates: 10_000 };

/** Reads the settings of the client, for each document by itself: a folder may have its own. */
export class EditorSettingsReader {
  readonly #connection: Connection;
  readonly #known = new Map<string, Promise<EditorSettings>>();
  readonly #listeners: (() => void)[] = [];
  #isAble = false;

  constructor({ lsp, workspace: { TextDocuments } }: LangiumSharedServices, connection: Connection) {
    this.#connection = connection;
    let tellsOfChanges = false;
    lsp.LanguageServer.onInitialize(({ capabilities: { workspace } }) => {
      this.#isAble = workspace?.configuration === true;
      tellsOfChanges = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    });
    lsp.LanguageServer.onInitialized(() => {
      if (!tellsOfChanges) return;
      const registered = connection.client.register(DidChangeConfigurationNotification.type, { section: 'procedo' });
      registered.catch(logFailure(connection, 'Changes of settings are not told'));
    });
    connection.onDidChangeConfiguration(() => {
      this.#known.clear();
      for (const listener of this.#listeners) listener();
    });
    TextDocuments.onDidClose(({ document }) => this.#known.delete(document.uri));
  }

  onChanged(listener: () => void): void {
    this.#listeners.push(listener);
  }

  of(uri: string): Promise<EditorSettings> {
    let settings = this.#known.get(uri);
    if (!settings) {
      settings = this.#isAble ? this.#ask(uri) : Promise.resolve(unset);
      this.#known.set(uri, settings);
    }
    return settings;
  }

  async #ask(scopeUri: string): Promise<EditorSettings> {
    const answer: unknown = await this.#connection.workspace.getConfiguration({ scopeUri, section: 'procedo' });
    return settingsIn(answer);
  }
}

/** What is not set, or not what it has to be, is as where nothing is set. */
function settingsIn(answer: unknown): EditorSettings {
  const section = (value: unknown) => (isRecord(value) ? value : {});
  const { lint, analysis } = section(answer);
  const { enable, preset, profile } = section(lint);
  const { maxStates } = section(analysis);
  return {
    isLinted: enable !== false,
    preset: typeof preset === 'string' ? preset : unset.preset,
    profile: typeof profile === 'string' ? profile : unset.profile,
    maxStates: Number.isInteger(maxStates) && Number(maxStates) >= 0 ? Number(maxStates) : unset.maxStates,
  };
}
