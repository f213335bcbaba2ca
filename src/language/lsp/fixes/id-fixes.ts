/** Ids that are none, or that two elements have. */
import type { AstNode, CstNode } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import { IdPool, idFromLabel } from '../../derived-id.ts';
import { idOf, idsOf } from '../../ids.ts';
import { quotedId } from '../../quoted-id.ts';
import { labelOf } from '../../texts.ts';
import { isXmlName } from '../../xml-name.ts';
import { editThatWritesId } from '../id-place.ts';
import { nameNodeOf } from '../procedo-references.ts';
import { Renaming } from '../renaming.ts';
import { type Fix, type ProblemPlace, preferred } from './fix.ts';

/** A second element of the same id: the first one keeps the references, since they mean it. */
export function changeDuplicate(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  const name = node && nameNodeOf(node);
  if (!node || !name) return [];
  // In the picture it has an id of its own already.
  const id = idOf(node);
  return preferred(`Change to \`${id}\``, place.replace(name, quotedId(id, node)));
}

/** An id that XML does not take: one that it takes, in all places. */
export function changeInvalid(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  if (!node || !nameNodeOf(node)) return [];
  const old = idOf(node);
  const base = idFromLabel(old) ?? idFromLabel(labelOf(node) ?? '') ?? 'element';
  const id = isXmlName(old) ? old : new IdPool(idsOf(node).taken).fresh(base);
  return [
    { title: `Change to \`${id}\``, edits: new Renaming(place.services).rename(node, id).edits, preferred: true },
  ];
}

/** A reference to an id that depends on the order of the text: written down, it stays. */
export function writeReferredId(place: ProblemPlace): Fix[] {
  const leaf: CstNode | undefined = place.leaf;
  const [target] = leaf ? place.services.references.References.findDeclarations(leaf) : [];
  return target ? writeId(target, place.services) : [];
}

/** The fix that writes the id of an element that has none in the text. */
export function writeId(target: AstNode, services: LangiumServices): Fix[] {
  const id = idOf(target);
  if (!id || nameNodeOf(target) || !editThatWritesId(target, id)) return [];
  const line = (target.$cstNode?.range.start.line ?? 0) + 1;
  const title = `Write the id \`${id}\` in line ${line}`;
  return [{ title, edits: new Renaming(services).rename(target, id).edits, preferred: true }];
}
