import { type TextDocument, URI } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import { type DidChangeWatchedFilesParams, FileChangeType, type TextDocumentChangeEvent } from 'vscode-languageserver';

/**
 * Builds texts anew when they change. The client also keeps BPMN files in step, which are no texts of ours, and a failure
 * while building is told in the client's log: the next change gets its chance.
 */
export class ProcedoDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
  private readonly services: LangiumSharedServices;

  constructor(services: LangiumSharedServices) {
    super(services);
    this.services = services;
  }

  override didChangeContent(change: TextDocumentChangeEvent<TextDocument>): void {
    const uri = URI.parse(change.document.uri);
    if (this.serviceRegistry.hasServices(uri)) this.fireDocumentUpdate([uri], []);
  }

  /** What was typed and not saved is gone with the editor: the file counts again, or nothing where there is none. */
  didCloseDocument(change: TextDocumentChangeEvent<TextDocument>): void {
    const uri = URI.parse(change.document.uri);
    if (!this.services.workspace.LangiumDocuments.hasDocument(uri)) return;
    if (uri.scheme === 'file') this.fireDocumentUpdate([uri], []);
    else this.fireDocumentUpdate([], [uri]);
  }

  /** A folder that is gone takes its files with it; of what changed only our own files are built. Listeners hear of all. */
  override didChangeWatchedFiles({ changes }: DidChangeWatchedFilesParams): void {
    const isOurs = (uri: string): boolean => this.serviceRegistry.hasServices(URI.parse(uri));
    const ours = changes.filter(({ uri, type }) => type === FileChangeType.Deleted || isOurs(uri));
    const others = changes.filter((change) => !ours.includes(change));
    if (ours.length > 0) super.didChangeWatchedFiles({ changes: ours });
    if (others.length > 0) this.onWatchedFilesChangeEmitter.fire({ changes: others });
  }

  protected override fireDocumentUpdate(changed: URI[], deleted: URI[]): void {
    this.workspaceManager.ready
      .then(() => this.workspaceLock.write((token) => this.documentBuilder.update(changed, deleted, token)))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.services.lsp.Connection?.console.error(`A change could not be read: ${reason}`);
      });
  }
}
