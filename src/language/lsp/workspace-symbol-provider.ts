import { type AstNode, type Cancellation, interruptAndCheck, type LangiumDocument } from 'langium';
import type { FuzzyMatcher, LangiumSharedServices, NodeKindProvider, WorkspaceSymbolProvider } from 'langium/lsp';
import type { WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver';
import { idsOf } from '../ids.ts';
import { labelOf } from '../texts.ts';
import { constructOf } from './construct-lookup.ts';
import { declarationOf } from './procedo-references.ts';

/** More than this nobody reads: the client asks again with each letter. */
const MOST = 256;

/** An element that a query may find. */
interface Candidate {
  readonly node: AstNode;
  readonly id: string;
  readonly label: string | undefined;
  readonly document: LangiumDocument;
}

/** Every element of every text of the workspace, found by its label or its id; letters may be left out between. */
export class ProcedoWorkspaceSymbolProvider implements WorkspaceSymbolProvider {
  private readonly services: LangiumSharedServices;
  private readonly kinds: NodeKindProvider;
  private readonly fuzzy: FuzzyMatcher;

  constructor(services: LangiumSharedServices) {
    this.services = services;
    this.kinds = services.lsp.NodeKindProvider;
    this.fuzzy = services.lsp.FuzzyMatcher;
  }

  async getSymbols(
    { query }: WorkspaceSymbolParams,
    cancelToken?: Cancellation.CancellationToken,
  ): Promise<WorkspaceSymbol[]> {
    const found: { readonly rank: number; readonly candidate: Candidate }[] = [];
    for (const document of this.services.workspace.LangiumDocuments.all) {
      if (cancelToken) await interruptAndCheck(cancelToken);
      for (const candidate of candidatesIn(document)) {
        const rank = this.rankOf(candidate, query.trim());
        if (rank !== undefined) found.push({ rank, candidate });
      }
    }
    return found
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST)
      .flatMap(({ candidate }) => this.symbolOf(candidate, query.trim()) ?? []);
  }

  /** 0 where the query begins the name, 1 where its words begin words of it, 2 where its letters are in it; else `undefined`. */
  private rankOf({ label, id }: Candidate, query: string): number | undefined {
    const ranks = [label, id].flatMap((name) => (name === undefined ? [] : (this.rankOfName(name, query) ?? [])));
    return ranks.length > 0 ? Math.min(...ranks) : undefined;
  }

  private rankOfName(name: string, query: string): number | undefined {
    const lower = name.toLowerCase();
    const wanted = query.toLowerCase();
    if (lower.startsWith(wanted)) return 0;
    const words = lower.split(/[^\p{L}\p{M}\p{N}]+/u);
    if (wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)))) return 1;
    const letters = wanted.replace(/\s+/g, '');
    return [name, ...words].some((text) => this.fuzzy.match(letters, text)) ? 2 : undefined;
  }

  /** Named by its label; by its id too where only that was found, since clients look for the query in the name again. */
  private symbolOf({ node, id, label, document }: Candidate, query: string): WorkspaceSymbol | undefined {
    const range = declarationOf(node)?.range;
    if (!range) return undefined;
    const text = label?.replace(/\s+/g, ' ').trim();
    const name = !text ? id : this.rankOfName(text, query) === undefined ? `${id} "${text}"` : text;
    const location = { uri: document.uri.toString(), range };
    return { name, kind: this.kinds.getSymbolKind(node), location, containerName: containerName(node) };
  }
}

function candidatesIn(document: LangiumDocument): Candidate[] {
  return [...idsOf(document.parseResult.value).idOf].flatMap(([node, id]) => {
    const label = labelOf(node);
    // An id made from a mere word (`start`, `end2`) finds nothing that anybody looks for.
    const isNamed = label !== undefined || 'name' in node;
    return isNamed ? [{ node, id, label, document }] : [];
  });
}

const SCOPES: ReadonlySet<string> = new Set([
  ...['Process', 'SubProcess', 'EventSubProcess', 'Collaboration'],
  ...['Case', 'PlanItem', 'FileItem'],
]);

/** The process, the sub-process, the case or the stage around an element, by its label. */
function containerName(node: AstNode): string | undefined {
  for (let around = node.$container; around; around = around.$container) {
    const isScope = SCOPES.has(around.$type);
    if (isScope) return labelOf(around) ?? (idsOf(around).idOf.get(around) || constructOf(around)?.keyword);
  }
  return undefined;
}
