import { AstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { Range } from '../base/range.ts';
import { type Callable, isCallable, isRuns, type Runs } from './generated/ast.ts';

/** That a step or a plan item runs something whose text is known: in the same file or another one of the workspace. */
export interface Call {
  /** Where the text names what is called. */
  readonly place: Range;
  /** The clause that names it. */
  readonly runs: Runs;
  readonly called: Callable;
}

/** All calls in a linked document, in the order in which they were linked. */
export function callsIn({ references }: LangiumDocument): Call[] {
  return references.flatMap((reference) => {
    const { $refNode: node } = reference;
    const runs = node?.container?.astNode;
    const called = isRuns(runs) && 'ref' in reference ? reference.ref : undefined;
    return node && isRuns(runs) && isCallable(called) ? [{ place: node.range, runs, called }] : [];
  });
}

/** Where the text of an element begins that other texts name: its document, and its id, else its label, else all of it. */
export function declarationPlace(node: Callable): { readonly uri: string; readonly range: Range } | undefined {
  const { $cstNode: whole } = node;
  const named = ['name', 'label'].flatMap((property) => GrammarUtils.findNodeForProperty(whole, property) ?? []);
  const range = (named[0] ?? whole)?.range;
  return range && { uri: AstUtils.getDocument(node).textDocument.uri, range };
}
