import { AstUtils, type CstNode } from 'langium';
import { DefaultDefinitionProvider, type GoToLink } from 'langium/lsp';

/** Goes from a reference to the id, or else the label, of what it names; a declaration leads nowhere but to itself. */
export class ProcedoDefinitionProvider extends DefaultDefinitionProvider {
  protected override findLinks(source: CstNode): GoToLink[] {
    return this.references.findDeclarationNodes(source).map((target) => ({
      source,
      target,
      targetDocument: AstUtils.getDocument(target.astNode),
    }));
  }
}
