import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  type LangiumDocument,
  type ReferenceDescription,
  UriUtils,
} from 'langium';
import type { LangiumServices } from 'langium/lsp';
import { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isNamespace } from '../generated/ast.ts';
import { idOf, idsOf } from '../ids.ts';
import { quotedId } from '../quoted-id.ts';
import { editThatWritesId } from './id-place.ts';
import { sameLane } from './lanes.ts';
import { nameNodeOf } from './procedo-references.ts';

/** What changes when an element gets another id. */
export interface Renamed {
  /** By the URI of the file. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** New ids by old ones: the element's own, and those derived ids that change with it (`check2` becomes `check`). */
  readonly ids: ReadonlyMap<string, string>;
  /** The element's old id, if it was derived: from now on it stands in the text. */
  readonly written: string | undefined;
}

/**
 * Gives elements another id: in the text where it stands, or where it would stand if it is derived, and in all references of
 * all files. Ids that derive from others change with these, so references to them follow.
 */
export class Renaming {
  private readonly services: LangiumServices;

  constructor(services: LangiumServices) {
    this.services = services;
  }

  /** What changes when `element` gets the id `id`, be it new or the one that it has without being written. */
  rename(element: AstNode, id: string): Renamed {
    const places = sameLane(element).flatMap((node) => this.places(node));
    const edits = places.map((place) => this.replaced(place, id));
    const document = AstUtils.getDocument(element);
    const uri = document.uri.toString();
    const written = nameNodeOf(element) ? undefined : editThatWritesId(element, id);
    if (written) edits.push({ uri, edit: written });
    const ids = new Map(idOf(element) ? [[idOf(element), id]] : []);
    const here = edits.filter((one) => one.uri === uri).map(({ edit }) => edit);
    for (const [node, shifted] of this.shiftedBy(document, here)) {
      if (idOf(node) === idOf(element)) continue;
      ids.set(idOf(node), shifted);
      for (const place of this.places(node)) edits.push(this.replaced(place, shifted));
    }
    return { edits: byFile(edits), ids, written: written && idOf(element) };
  }

  /** The file in which `id` would mean something else: `undefined` if the id is free wherever the element is visible. */
  conflict(element: AstNode, id: string): LangiumDocument | undefined {
    const own = AstUtils.getDocument(element);
    if (isNamespace(element))
      return element.$container.header.some((one) => isNamespace(one) && one !== element && one.name === id)
        ? own
        : undefined;
    if (id !== idOf(element) && idsOf(element).taken.has(id)) return own;
    const twin = this.services.shared.workspace.IndexManager.allElements().find(
      (other) => other.name === id && this.isRival(other, element),
    );
    const uri = twin?.documentUri ?? this.capturing(element, id)?.sourceUri;
    return uri && this.services.shared.workspace.LangiumDocuments.getDocument(uri);
  }

  /** Where the id of an element stands: its declaration and all references. */
  private places(node: AstNode): ReferenceDescription[] {
    return this.services.references.References.findReferences(node, { includeDeclaration: true }).toArray();
  }

  /** The id where another one stands: a case has reserved words of its own, and so has what is around it. */
  private replaced(place: ReferenceDescription, id: string): { readonly uri: string; readonly edit: TextEdit } {
    const edit = TextEdit.replace(place.segment.range, quotedId(id, this.sourceOf(place)));
    return { uri: place.sourceUri.toString(), edit };
  }

  private sourceOf({ sourceUri, sourcePath }: ReferenceDescription): AstNode | undefined {
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(sourceUri);
    return document && this.services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, sourcePath);
  }

  /** Elements whose derived id is another one after the edits, with that id. The edits name no element that had no id. */
  private shiftedBy(document: LangiumDocument, edits: readonly TextEdit[]): [AstNode, string][] {
    const text = TextDocument.applyEdits(document.textDocument as TextDocument, [...edits]);
    const after = [...idsOf(this.services.parser.LangiumParser.parse(text).value).idOf.values()];
    const before = [...idsOf(document.parseResult.value).idOf];
    if (after.length !== before.length) return [];
    return before.flatMap(([node, id], index) => {
      const shifted = after[index];
      return shifted === undefined || shifted === id || nameNodeOf(node) ? [] : [[node, shifted] as [AstNode, string]];
    });
  }

  /** Whether another file has an element that references could take for this one. */
  private isRival(other: AstNodeDescription, element: AstNode): boolean {
    if (UriUtils.equals(other.documentUri, AstUtils.getDocument(element).uri)) return false;
    if (!isExported(element)) return false;
    const { AstReflection } = this.services.shared;
    return ['Callable', 'Participant', element.$type].some(
      (type) => AstReflection.isSubtype(other.type, type) && AstReflection.isSubtype(element.$type, type),
    );
  }

  /** A reference to the element that would find another one, nearer to it, under the new id. */
  private capturing(element: AstNode, id: string): ReferenceDescription | undefined {
    if (id === idOf(element)) return undefined;
    return this.services.references.References.findReferences(element, {}).find((description) => {
      const source = this.sourceOf(description);
      if (!source) return false;
      const info = AstUtils.streamReferences(source).find(
        ({ reference }) => reference.$refNode?.offset === description.segment.offset,
      );
      return info !== undefined && this.services.references.ScopeProvider.getScope(info).getElement(id) !== undefined;
    });
  }
}

/** Whether other files see the element. */
function isExported(element: AstNode): boolean {
  return !['Block', 'CaseBlock', 'PlanItem'].includes(element.$container?.$type ?? '');
}

function byFile(edits: readonly { readonly uri: string; readonly edit: TextEdit }[]): Map<string, TextEdit[]> {
  const files = new Map<string, TextEdit[]>();
  for (const { uri, edit } of edits) {
    const file = files.get(uri);
    if (file) file.push(edit);
    else files.set(uri, [edit]);
  }
  return files;
}
