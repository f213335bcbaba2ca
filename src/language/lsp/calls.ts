import { type AstNode, AstUtils, DocumentState, WorkspaceCache } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { Location } from 'vscode-languageserver';
import { type Call, callsIn } from '../calls.ts';
import { isActivity, isCase, isPlanItem, isProcess, isRuns } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { labelOf } from '../texts.ts';
import { escapeMarkdown } from './markdown.ts';
import { declarationOf } from './procedo-references.ts';

/** Callers that a hover names one by one. */
const MOST_NAMED = 5;

/** Who runs what: calls of processes, tasks of cases, in all files of the workspace. */
export class Calls {
  private readonly services: LangiumServices;
  private readonly cache: WorkspaceCache<'callers', ReadonlyMap<AstNode, readonly Call[]>>;

  constructor(services: LangiumServices) {
    this.services = services;
    this.cache = new WorkspaceCache(services.shared, DocumentState.IndexedReferences);
  }

  /** The clauses that name a process, a case or a decision, in the order of the files. */
  callersOf(node: AstNode): readonly Call[] {
    return this.cache.get('callers', () => this.collect()).get(node) ?? [];
  }

  private collect(): ReadonlyMap<AstNode, readonly Call[]> {
    const documents = this.services.shared.workspace.LangiumDocuments.all.toArray();
    return Map.groupBy(documents.flatMap(callsIn), ({ called }) => called);
  }

  /** What an element runs, and what runs it, as Markdown; undefined for what has nothing to do with calls. */
  describe(node: AstNode): string | undefined {
    const runs = isActivity(node) || isPlanItem(node) ? node.clauses.find(isRuns) : undefined;
    const target = runs?.runs?.ref;
    const callers = this.callersOf(node);
    const parts = [target && `Runs ${linkTo(target)}.`, callers.length > 0 && `Called by ${listOf(callers)}.`];
    return parts.filter(Boolean).join('\n\n') || undefined;
  }
}

function listOf(callers: readonly Call[]): string {
  const named = callers.slice(0, MOST_NAMED).map(({ runs: { $container: caller } }) => {
    const around = AstUtils.getContainerOfType(caller, (node) => isProcess(node) || isCase(node));
    return around ? `${linkTo(caller)} in ${nameOf(around)}` : linkTo(caller);
  });
  const more = callers.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

function nameOf(node: AstNode): string {
  return escapeMarkdown(labelOf(node) ?? idOf(node));
}

/** The name of an element, leading there. */
function linkTo(node: AstNode): string {
  const place = linkTargetOf(node)?.replaceAll('(', '%28').replaceAll(')', '%29');
  return place ? `[${nameOf(node)}](${place})` : nameOf(node);
}

/** The address of an element in its file, as editors read it: `file:///orders.procedo#L3,5`. */
export function linkTargetOf(node: AstNode): string | undefined {
  const start = declarationOf(node)?.range.start;
  return start && `${AstUtils.getDocument(node).uri.toString()}#L${start.line + 1},${start.character + 1}`;
}

/** Where a call names what it runs. */
export function locationOf({ runs, place: range }: Call): Location {
  return { uri: AstUtils.getDocument(runs).uri.toString(), range };
}
