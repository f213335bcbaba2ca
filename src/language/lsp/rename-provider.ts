import { type AstNode, type CstNode, CstUtils, type LangiumDocument } from 'langium';
import { DefaultRenameProvider, type LangiumServices } from 'langium/lsp';
import {
  type Position,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isNamespace } from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { unquoteId } from '../value-converter.ts';
import { isXmlName } from '../xml-name.ts';
import { constructOfLeaf } from './construct-lookup.ts';
import type { FilesBeside } from './files-beside.ts';
import { isLabel, nameNodeOf } from './procedo-references.ts';
import { Renaming } from './renaming.ts';

/** LSP's RequestFailed: the request was fine, it just cannot be done; the message is shown to the person. */
const REQUEST_FAILED = -32803;

/** What a rename would begin with: the place that the caret is on, and the id there or the one derived from the label there. */
export interface RenameStart {
  readonly range: Range;
  readonly placeholder: string;
}

/**
 * Renames an id wherever it stands, in all files and in what is kept beside them. An id that is derived from a label is written
 * into the text by that.
 */
export class ProcedoRenameProvider extends DefaultRenameProvider {
  private readonly nameRegexp: RegExp;
  private readonly renaming: Renaming;
  private readonly beside: FilesBeside | undefined;

  constructor(services: LangiumServices, beside?: FilesBeside) {
    super(services);
    this.nameRegexp = services.parser.GrammarConfig.nameRegexp;
    this.renaming = new Renaming(services);
    this.beside = beside;
  }

  override async rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
    const { element } = this.startAt(document, params.position);
    const id = unquoteId(params.newName.trim());
    if (!isXmlName(id)) {
      throw refusal(`'${id}' cannot be an id: use letters, digits, '_', '-' and '.', and begin with a letter or '_'.`);
    }
    const conflict = this.renaming.conflict(element, id);
    if (conflict) {
      const file = conflict === document ? 'this file' : (conflict.uri.path.split('/').at(-1) ?? 'another file');
      const taken = isNamespace(element)
        ? `The head of ${file} declares the prefix ${id}`
        : `Another element of ${file} has the id ${id}`;
      throw refusal(`${taken}. Choose a different one.`);
    }
    const { edits, ids, written } = this.renaming.rename(element, id);
    const changes = Object.fromEntries([...edits].map(([uri, all]) => [uri, [...all]]));
    for (const uri of edits.keys()) {
      const kept = await this.beside?.renamed(uri, ids, written);
      if (kept && kept.edits.length > 0) changes[kept.uri] = [...kept.edits];
    }
    return { changes };
  }

  override prepareRename(document: LangiumDocument, { position }: TextDocumentPositionParams): Range {
    return this.start(document, position).range;
  }

  /** The place and the id that a rename begins with. @throws ResponseError that says why nothing can be renamed here */
  start(document: LangiumDocument, position: Position): RenameStart {
    const { leaf, element } = this.startAt(document, position);
    const [first] = leaf.text;
    const quoted = (first === "'" || first === '"') && leaf.text.endsWith(first) && leaf.length > 2 ? 1 : 0;
    const { start, end } = leaf.range;
    const range = {
      start: { line: start.line, character: start.character + quoted },
      end: { line: end.line, character: end.character - quoted },
    };
    return { range, placeholder: idOf(element) || leaf.text };
  }

  /** The element that is named at `position`, by its id or by the label that its id is made of. */
  private startAt(document: LangiumDocument, position: Position): { leaf: CstNode; element: AstNode } {
    const root = document.parseResult.value.$cstNode;
    const leaf =
      root && CstUtils.findDeclarationNodeAtOffset(root, document.textDocument.offsetAt(position), this.nameRegexp);
    const [element] = leaf ? this.references.findDeclarations(leaf) : [];
    if (leaf && element && !(isLabel(leaf) && nameNodeOf(element))) return { leaf, element };
    throw refusal(leaf ? whyNot(leaf) : 'There is nothing to rename here. Put the caret on an id.');
  }
}

function whyNot(leaf: CstNode): string {
  if (constructOfLeaf(leaf))
    return `\`${leaf.text}\` is a word of the language. Put the caret on the id behind it, or on the label.`;
  if (isLabel(leaf) && idOf(leaf.astNode))
    return `This is a label: change its text as it stands. To rename the id, put the caret on \`${idOf(leaf.astNode)}\`.`;
  return 'There is nothing to rename here. Put the caret on an id.';
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(REQUEST_FAILED, message);
}
