import { type AstNode, AstUtils, type LangiumDocument } from 'langium';
import type { DocumentSymbolProvider, LangiumServices, NodeKindProvider } from 'langium/lsp';
import type { DocumentSymbol } from 'vscode-languageserver';
import { isFlow, isHeader, isInLane, isMessageFlow, isOwnPool } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { labelOf } from '../texts.ts';
import { constructOf } from './construct-lookup.ts';
import { declarationOf } from './procedo-references.ts';

/** Where elements stand: nothing in a clause or an expression is one. */
const holders: ReadonlySet<string> = new Set(['elements', 'members', 'body', 'statements', 'lanes']);

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

  /** The symbol of an element; of what is none (blocks, clauses) the symbols inside. */
  private symbolOf(node: AstNode): DocumentSymbol[] {
    const construct = constructOf(node);
    const declaration = declarationOf(node);
    const isElement = construct !== undefined && (construct.places !== undefined || isStatement(node));
    if (!isElement || !node.$cstNode || !declaration || isLeftOut(node)) return this.symbolsIn(node);
    const word = construct.keyword === 'event' ? 'event subprocess' : construct.keyword;
    return [
      {
        name: labelOf(node)?.replace(/\s+/g, ' ').trim() || idOf(node) || word,
        detail: word,
        kind: this.kinds.getSymbolKind(node),
        range: node.$cstNode.range,
        selectionRange: declaration.range,
        children: this.symbolsIn(node),
      },
    ];
  }
}

function isStatement(node: AstNode): boolean {
  return node.$containerProperty === 'statements';
}

/** Flows are lines between elements, a bare `in` belongs to the step behind it, the head of a file is no element. */
function isLeftOut(node: AstNode): boolean {
  if (isInLane(node)) return node.body === undefined;
  return isFlow(node) || isMessageFlow(node) || isHeader(node) || isOwnPool(node);
}
