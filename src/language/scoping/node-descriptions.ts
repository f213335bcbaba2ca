import {
  type AstNode,
  type AstNodeDescription,
  type AstNodeLocator,
  AstUtils,
  CstUtils,
  DefaultAstNodeDescriptionProvider,
  type DocumentSegment,
  type LangiumDocument,
  type NameProvider,
} from 'langium';

/** What names are found by. Where they stand, which takes most of the time to find out, only an editor asks, and of few. */
class NodeDescription implements AstNodeDescription {
  readonly node: AstNode;
  readonly name: string;
  readonly type: string;
  readonly documentUri: LangiumDocument['uri'];
  readonly #names: NameProvider;
  readonly #places: AstNodeLocator;

  constructor(node: AstNode, name: string, { uri }: LangiumDocument, names: NameProvider, places: AstNodeLocator) {
    this.node = node;
    this.name = name;
    this.type = node.$type;
    this.documentUri = uri;
    this.#names = names;
    this.#places = places;
  }

  get path(): string {
    return this.#places.getAstNodePath(this.node);
  }

  get nameSegment(): DocumentSegment | undefined {
    return CstUtils.toDocumentSegment(this.#names.getNameNode(this.node) ?? this.node.$cstNode);
  }

  get selectionSegment(): DocumentSegment | undefined {
    return CstUtils.toDocumentSegment(this.node.$cstNode);
  }
}

/** Langium's, but for what is found out of each name beforehand. */
export class ProcedoDescriptions extends DefaultAstNodeDescriptionProvider {
  override createDescription(
    node: AstNode,
    name = this.nameProvider.getName(node),
    document: LangiumDocument = AstUtils.getDocument(node),
  ): AstNodeDescription {
    if (!name) throw new Error(`The ${node.$type} has no name.`);
    return new NodeDescription(node, name, document, this.nameProvider, this.astNodeLocator);
  }
}
