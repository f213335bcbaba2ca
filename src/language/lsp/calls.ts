import { type AstNode, AstUtils, DocumentState, WorkspaceCache } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { Location } from 'vscode-languageserver';
import { isActivity, isCase, isDefine, isPlanItem, isProcess, isRuns, type Runs } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { labelOf } from '../texts.ts';
import { escapeMarkdown } from './markdown.ts';
import { declarationOf } from './procedo-references.ts';

/** Callers that a hover names one by one. */
const MOST_NAMED = 5;

/** Who runs what: calls of processes, tasks of cases, in all files of the workspace. */
export class Calls {
  private readonly services: LangiumServices;
  private readonly cache: WorkspaceCache<'callers', ReadonlyMap<AstNode, readonly Runs[]>>;

  constructor(services: LangiumServices) {
    this.services = services;
    this.cache = new WorkspaceCache(services.shared, DocumentState.IndexedReferences);
  }

  /** The clauses that name a process, a case or a decision, in the order of the files. */
  callersOf(node: AstNode): readonly Runs[] {
    return this.cache.get('callers', () => this.collect()).get(node) ?? [];
  }

  private collect(): Map<AstNode, Runs[]> {
    const callers = new Map<AstNode, Runs[]>();
    for (const { references } of this.services.shared.workspace.LangiumDocuments.all) {
      for (const reference of references) {
        const target = 'ref' in reference ? reference.ref : undefined;
        const runs = reference.$refNode?.astNode;
        if (!target || !isRuns(runs)) continue;
        const known = callers.get(target);
        if (known) known.push(runs);
        else callers.set(target, [runs]);
      }
    }
    return callers;
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

function listOf(callers: readonly Runs[]): string {
  const named = callers.slice(0, MOST_NAMED).map(({ $container: caller }) => {
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

/** Where a clause names what it runs. */
export function locationOf(runs: Runs): Location | undefined {
  const range = runs.runs?.$refNode?.range;
  return range && { uri: AstUtils.getDocument(runs).uri.toString(), range };
}

/** What may be run. */
export function isCallee(node: AstNode): boolean {
  return isProcess(node) || isCase(node) || isDefine(node) || node.$type === 'Decision';
}
