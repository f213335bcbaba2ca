import { type AstNode, AstUtils, type CstNode, CstUtils, type LangiumDocument } from 'langium';
import { DefaultRenameProvider, type LangiumServices } from 'langium/lsp';
import {
  type Position,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isHandler, isInLane, isLane, isProcess } from '../generated/ast.ts';
import { idOf, idsOf } from '../ids.ts';
import { unquoteId } from '../value-converter.ts';
import { isXmlName } from '../xml-name.ts';
import { constructOf } from './construct-lookup.ts';
import { isLabel, nameNodeOf } from './procedo-references.ts';
import { quotedId } from './reference-proposals.ts';

/** LSP's RequestFailed: the request was fine, it just cannot be done; the message is shown to the person. */
const REQUEST_FAILED = -32803;

/** Renames an id wherever it stands, in all files; quotes are put where the new id needs them. */
export class ProcedoRenameProvider extends DefaultRenameProvider {
  private readonly nameRegexp: RegExp;

  constructor(services: LangiumServices) {
    super(services);
    this.nameRegexp = services.parser.GrammarConfig.nameRegexp;
  }

  override async rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
    const element = this.elementAt(document, params.position);
    if (!element) return undefined;
    const id = unquoteId(params.newName.trim());
    refuseUnfit(element, id);
    const changes: Record<string, TextEdit[]> = {};
    for (const { uri, range } of this.places(element)) {
      const edits = changes[uri] ?? [];
      changes[uri] = [...edits, TextEdit.replace(range, quotedId(id))];
    }
    return { changes };
  }

  override prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): Range | undefined {
    const element = this.elementAt(document, params.position);
    const leaf = this.leafAt(document, params.position);
    if (!element || !leaf) return undefined;
    const quoted = leaf.text.startsWith("'") && leaf.text.endsWith("'") && leaf.length > 2 ? 1 : 0;
    const { start, end } = leaf.range;
    return {
      start: { line: start.line, character: start.character + quoted },
      end: { line: end.line, character: end.character - quoted },
    };
  }

  /** The element whose id stands at `position`. Refuses one whose id stands nowhere: there would be nothing to change. */
  private elementAt(document: LangiumDocument, position: Position): AstNode | undefined {
    const leaf = this.leafAt(document, position);
    const element = leaf && this.references.findDeclarations(leaf)[0];
    if (element && !nameNodeOf(element)) {
      const word = constructOf(element)?.keyword ?? 'step';
      const example = isHandler(element) ? `as ${idOf(element)}` : `${word} ${idOf(element)} "…"`;
      throw refusal(`This element has no id to rename: its id is made from its label. Write one first: ${example}`);
    }
    // The label of an element that has an id is just a text.
    return leaf && isLabel(leaf) ? undefined : element;
  }

  private leafAt(document: LangiumDocument, position: Position): CstNode | undefined {
    const root = document.parseResult.value.$cstNode;
    return (
      root && CstUtils.findDeclarationNodeAtOffset(root, document.textDocument.offsetAt(position), this.nameRegexp)
    );
  }

  /** Where the id of `element` stands: its declaration and all references. A lane is declared wherever it is used. */
  private places(element: AstNode): { uri: string; range: Range }[] {
    const found = sameLane(element).flatMap((node) =>
      this.references.findReferences(node, { includeDeclaration: true }).toArray(),
    );
    return found.map(({ sourceUri, segment }) => ({ uri: sourceUri.toString(), range: segment.range }));
  }
}

/** All statements that speak of one lane; any other element alone. */
function sameLane(element: AstNode): AstNode[] {
  const process = AstUtils.getContainerOfType(element, isProcess);
  if (!process || !(isLane(element) || isInLane(element))) return [element];
  const id = idOf(element);
  return AstUtils.streamAllContents(process)
    .filter((node) => (isLane(node) || isInLane(node)) && idOf(node) === id)
    .toArray();
}

function refuseUnfit(element: AstNode, id: string): void {
  if (!isXmlName(id)) {
    throw refusal(`'${id}' cannot be an id: use letters, digits, '_', '-' and '.', and begin with a letter or '_'.`);
  }
  if (id !== idOf(element) && idsOf(element).taken.has(id)) {
    throw refusal(`Another element of this file has the id ${id}. Choose a different one.`);
  }
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(REQUEST_FAILED, message);
}
