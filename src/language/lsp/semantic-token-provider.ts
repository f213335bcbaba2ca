import {
  type AstNode,
  AstUtils,
  type Cancellation,
  CstUtils,
  GrammarAST,
  GrammarUtils,
  interruptAndCheck,
  isReference,
  type LangiumDocument,
  type LeafCstNode,
  type Reference,
} from 'langium';
import { AbstractSemanticTokenProvider, AllSemanticTokenModifiers, type SemanticTokenAcceptor } from 'langium/lsp';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import type { Role } from '../construct.ts';
import { constructOfLeaf } from './construct-lookup.ts';

/** The role of a keyword travels as a modifier of ours, so that a theme may colour steps unlike gateways, as TextMate does. */
const modifierOfRole: Readonly<Record<Role, string>> = {
  declaration: 'structure',
  step: 'step',
  control: 'control',
  trigger: 'trigger',
  clause: 'clause',
  constant: 'constant',
};

const typeOfElement: Readonly<Record<string, SemanticTokenTypes>> = {
  Process: SemanticTokenTypes.class,
  Case: SemanticTokenTypes.class,
  FileItem: SemanticTokenTypes.variable,
  Role: SemanticTokenTypes.type,
  Criterion: SemanticTokenTypes.property,
  Decision: SemanticTokenTypes.class,
  Define: SemanticTokenTypes.class,
  Message: SemanticTokenTypes.type,
  Signal: SemanticTokenTypes.type,
  ErrorType: SemanticTokenTypes.type,
  Escalation: SemanticTokenTypes.type,
  Item: SemanticTokenTypes.type,
  Pool: SemanticTokenTypes.namespace,
  OwnPool: SemanticTokenTypes.namespace,
  Lane: SemanticTokenTypes.namespace,
  InLane: SemanticTokenTypes.namespace,
  Namespace: SemanticTokenTypes.namespace,
  Collaboration: SemanticTokenTypes.namespace,
  Data: SemanticTokenTypes.variable,
  Store: SemanticTokenTypes.variable,
  Each: SemanticTokenTypes.parameter,
  Flow: SemanticTokenTypes.property,
  MessageFlow: SemanticTokenTypes.property,
  Branch: SemanticTokenTypes.property,
};

/** Names of the schema and of vendors. */
const typeOfName: Readonly<Record<string, SemanticTokenTypes>> = {
  'OnPart.transition': SemanticTokenTypes.enumMember,
  'Detail.key': SemanticTokenTypes.property,
  'Define.kind': SemanticTokenTypes.type,
  'Extension.prefix': SemanticTokenTypes.namespace,
  'Extension.tag': SemanticTokenTypes.decorator,
  'ExtensionAttribute.key': SemanticTokenTypes.property,
};

/** Colours by meaning: a soft keyword that is an id here is one, and a reference looks like what it names. */
export class ProcedoSemanticTokenProvider extends AbstractSemanticTokenProvider {
  override get tokenModifiers(): Record<string, number> {
    const first = Object.keys(AllSemanticTokenModifiers).length;
    const ours = Object.values(modifierOfRole).map((name, index) => [name, 1 << (first + index)]);
    return { ...AllSemanticTokenModifiers, ...Object.fromEntries(ours) };
  }

  protected override async computeHighlighting(
    document: LangiumDocument,
    acceptor: SemanticTokenAcceptor,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    const root = document.parseResult.value.$cstNode;
    for (const leaf of root ? CstUtils.flattenCst(root) : []) {
      await interruptAndCheck(cancelToken);
      if (!leaf.hidden) highlight(leaf, acceptor);
    }
  }

  /** Tokens are what this language colours, not nodes. */
  protected highlightElement(): undefined {
    return undefined;
  }
}

function highlight(leaf: LeafCstNode, acceptor: SemanticTokenAcceptor): void {
  const construct = constructOfLeaf(leaf);
  if (construct) {
    const operator = !/^[a-z]/.test(construct.keyword);
    const type = operator ? SemanticTokenTypes.operator : SemanticTokenTypes.keyword;
    acceptor({ cst: leaf, type, modifier: modifierOfRole[construct.role] });
    return;
  }
  const assignment = GrammarUtils.findAssignment(leaf);
  if (!assignment) return;
  if (AstUtils.streamAst(assignment).some(GrammarAST.isCrossReference)) {
    acceptor({ cst: leaf, type: elementType(targetOf(leaf, assignment.feature)) });
  } else if (assignment.feature === 'name') {
    acceptor({ cst: leaf, type: elementType(leaf.astNode), modifier: SemanticTokenModifiers.declaration });
  } else if (typeOfName[`${leaf.astNode.$type}.${assignment.feature}`]) {
    acceptor({ cst: leaf, type: typeOfName[`${leaf.astNode.$type}.${assignment.feature}`] ?? '' });
  } else if (leaf.tokenType.name.endsWith('STRING')) {
    acceptor({ cst: leaf, type: SemanticTokenTypes.string });
  }
}

function elementType(node: AstNode | undefined): SemanticTokenTypes {
  return (node && typeOfElement[node.$type]) ?? SemanticTokenTypes.function;
}

/** What a reference names, among several the one that stands at `leaf`. */
function targetOf(leaf: LeafCstNode, feature: string): AstNode | undefined {
  const value: unknown = Object.entries(leaf.astNode).find(([name]) => name === feature)?.[1];
  const references = (Array.isArray(value) ? value : [value]).filter((one): one is Reference => isReference(one));
  return references.find((reference) => reference.$refNode?.offset === leaf.offset)?.ref;
}
