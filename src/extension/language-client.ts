import type { ExtensionContext } from 'vscode';
import { type DocumentSelector, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { codeLenses } from './code-lenses.ts';
import { savesFollowedLayout } from './followed-layout.ts';
import { ruleLinks } from './rule-links.ts';

/**
 * The documents that the server keeps in step with the editor: our language, and files of BPMN and CMMN (language `xml`) by
 * their name. Other schemes are left out: `git:` holds the old version of a file, which would define all its names twice.
 */
export const documentSelector: DocumentSelector = [
  { scheme: 'file', language: 'procedo' },
  { scheme: 'untitled', language: 'procedo' },
  { scheme: 'file', pattern: '**/*.{bpmn,cmmn}' },
  { scheme: 'file', pattern: '**/*.procedo.layout' },
];

/** The client of our server, not started yet: the server runs in a Node process of its own. */
export function createLanguageClient(context: ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  const debug = { execArgv: ['--nolazy', '--inspect=6009'] };
  return new LanguageClient(
    'procedo',
    'Procedo',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: debug },
    },
    { documentSelector, middleware: { ...codeLenses, ...ruleLinks(context.extensionUri), ...savesFollowedLayout } },
  );
}
