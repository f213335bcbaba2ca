import { type Diagnostic, Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { isRecord } from '../base/is-record.ts';

/** The page of a rule, which comes with the extension. */
export function rulePage(extension: Uri, rule: string): Uri {
  return Uri.joinPath(extension, 'docs', 'rules', `${rule.replace(/[^a-z0-9-]/g, '')}.md`);
}

/** The name of a rule, behind each of its findings, leads to its page. (Of commands VS Code takes none there.) */
export function ruleLinks(extension: Uri): Middleware {
  return {
    handleDiagnostics(uri, diagnostics, next) {
      for (const diagnostic of diagnostics) link(extension, diagnostic);
      next(uri, diagnostics);
    },
  };
}

/** What the client makes of the server's diagnostics has its `data`: of a finding, that it is one of a rule. */
function link(extension: Uri, diagnostic: Diagnostic & { readonly data?: unknown }): void {
  const { code, data } = diagnostic;
  if (typeof code !== 'string' || !isRecord(data) || data.isOfRule !== true) return;
  diagnostic.code = { value: code, target: rulePage(extension, code) };
}
