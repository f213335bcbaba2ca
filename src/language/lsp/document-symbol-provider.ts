import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import type { DocumentSymbolProvider, LangiumServices, NodeKindProvider } from 'langium/lsp';
import type { DocumentSymbol } from 'vscode-languageserver';
import type { Construct } from '../construct.ts';
import {
  isDefine,
  isDetail,
  isDiscretionary,
  isEventSubProcess,
  isFlow,
  isHeader,
  isInLane,
  isMessageFlow,
  isOwnPool,
  isPlanItem,
} from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { labelOf } from '../texts.ts';
import { constructOf } from './construct-lookup.ts';
import { declarationOf } from './procedo-references.ts';

/** Where elements stand: nothing in a clause or an expression is one. */
const holders: ReadonlySet<string> = new Set(['elements', 'members', 'body', 'statements', 'lanes', 'items']);

/** The outline: every element by its label, with its word beside, nested as the blocks are. */
export class ProcedoDocumentSymbolProvider implements DocumentSymbolProvider {
  private readonly kinds: NodeKindProvider;

  constructor(services: LangiumServices) {
    this.kinds = services.shared.lsp.NodeKindProvider;
  }

  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    return this.symbolsIn(document.parseResult.value);
  }

  private symbolsIn(container: AstNode): DocumentSymbol[] {
    return AstUtils.streamContents(container)
      .filter(({ $containerProperty }) => holders.has($containerProperty ?? ''))
      .toArray()
      .flatMap((node) => this.symbolOf(node));
  }

  /** What `define` makes, and the parts of it that have a name. */
  private partsOf(container: AstNode): DocumentSymbol[] {
    return AstUtils.streamContents(container)
      .filter(isDetail)
      .flatMap((detail) => {
        const declaration = declarationOf(detail);
        const children = this.partsOf(detail);
        if (!detail.name || !detail.$cstNode || !declaration) return children;
        const name = labelOf(detail)?.replace(/\s+/g, ' ').trim() || detail.name;
        const kind = this.kinds.getSymbolKind(detail);
        return [
          { name, detail: detail.key, kind, range: detail.$cstNode.range, selectionRange: declaration.range, children },
        ];
      })
      .toArray();
  }

  /** The symbol of an element; of what is none (blocks, clauses) the symbols inside. */
  private symbolOf(node: AstNode): DocumentSymbol[] {
    const construct = constructOf(node);
    const declaration = declarationOf(node);
    const isElement = construct !== undefined && (construct.places !== undefined || isStatement(node));
    if (!isElement || !node.$cstNode || !declaration || isLeftOut(node)) return this.symbolsIn(node);
    const word = wordOf(node, construct);
    return [
      {
        name: labelOf(node)?.replace(/\s+/g, ' ').trim() || idOf(node) || word,
        detail: word,
        kind: this.kinds.getSymbolKind(node),
        range: node.$cstNode.range,
        selectionRange: declaration.range,
        children: isDefine(node) ? this.partsOf(node) : this.symbolsIn(node),
      },
    ];
  }
}

/** What is said of an element beside its label. */
function wordOf(node: AstNode, { keyword }: Construct): string {
  if (isDefine(node)) return node.kind ?? keyword;
  if (isEventSubProcess(node)) return 'event subprocess';
  return isPlanItem(node) && keyword === 'user' ? 'user event' : keyword;
}

function isStatement(node: AstNode): boolean {
  return node.$containerProperty === 'statements' || node.$containerProperty === 'items';
}

/** Flows are lines between elements, a bare `in` belongs to the step behind it, the head of a file is no element. */
function isLeftOut(node: AstNode): boolean {
  if (isInLane(node)) return node.body === undefined;
  return isDiscretionary(node) || isFlow(node) || isMessageFlow(node) || isHeader(node) || isOwnPool(node);
}
