import { AstUtils, CstUtils, type LangiumDocument, type ReferenceDescription } from 'langium';
import { DefaultDocumentHighlightProvider, type LangiumServices } from 'langium/lsp';
import { DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from 'vscode-languageserver';
import { isFileUse, isUse } from '../generated/ast.ts';
import { constructOfLeaf } from './construct-lookup.ts';
import { sameLane } from './lanes.ts';
import { declarationOf, nameNodeOf } from './procedo-references.ts';
import { wordsOfStructure } from './structure-words.ts';

/**
 * Marks what belongs together: of a name all its places, declared and written ones apart from those that read it; of a word or a brace
 * those that it makes a structure with (a gateway and its ways, a process with its starts and ends, a step and its handlers, an item of
 * a case and its criteria).
 */
export class ProcedoDocumentHighlightProvider extends DefaultDocumentHighlightProvider {
  private readonly services: LangiumServices;

  constructor(services: LangiumServices) {
    super(services);
    this.services = services;
  }

  override getDocumentHighlight(document: LangiumDocument, params: DocumentHighlightParams): DocumentHighlight[] {
    const root = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(params.position);
    const leaf =
      root &&
      (CstUtils.findDeclarationNodeAtOffset(root, offset, this.grammarConfig.nameRegexp) ??
        CstUtils.findLeafNodeAtOffset(root, offset));
    if (!leaf) return [];
    if (constructOfLeaf(leaf) || leaf.text === '{' || leaf.text === '}')
      return wordsOfStructure(leaf).map(({ range }) => DocumentHighlight.create(range, DocumentHighlightKind.Text));
    const targets = this.references.findDeclarations(leaf).flatMap(sameLane);
    return targets.flatMap((target) => {
      const here = AstUtils.getDocument(target) === document;
      const found = this.references.findReferences(target, { documentUri: document.uri, includeDeclaration: here });
      const highlights = found.map((reference) => this.createDocumentHighlight(reference)).toArray();
      const label = here && !nameNodeOf(target) ? declarationOf(target) : undefined;
      return label ? [DocumentHighlight.create(label.range, DocumentHighlightKind.Write), ...highlights] : highlights;
    });
  }

  protected override createDocumentHighlight(reference: ReferenceDescription): DocumentHighlight {
    return DocumentHighlight.create(reference.segment.range, this.kindOf(reference));
  }

  private kindOf({ sourceUri, sourcePath, targetUri, targetPath }: ReferenceDescription): DocumentHighlightKind {
    const isDeclaration = sourcePath === targetPath && sourceUri.toString() === targetUri.toString();
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(sourceUri);
    const source =
      document && this.services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, sourcePath);
    const writes = (isUse(source) || isFileUse(source)) && source.$container.kind === 'writes';
    return isDeclaration || writes ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
  }
}
