import { type AstNode, AstUtils } from 'langium';
import type { ReadText } from './read-text.ts';

/** A reference that leads somewhere. */
export interface AstReference {
  readonly target: AstNode;
  /** The text of the reference, and the type of what it leads to. */
  readonly shown: string;
}

/** The references of a text that lead somewhere, in the order of the text. */
export function linksOf(read: ReadText | undefined): AstReference[] {
  if (!read) return [];
  return AstUtils.streamAst(read.model)
    .flatMap((node) => AstUtils.streamReferences(node))
    .flatMap(({ reference }) => {
      const target = 'ref' in reference ? reference.ref : undefined;
      return target ? [{ target, shown: `${reference.$refText}: ${target.$type}` }] : [];
    })
    .toArray();
}
