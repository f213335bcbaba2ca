/** A model as text. What the text cannot say is left out; see `layout-of.ts`. */
import { type Definitions, is, type ModelElement } from '../model/index.ts';
import { PrintContext } from './context.ts';
import { chooseIds, type TextIds } from './ids.ts';
import { renderText } from './render-text.ts';
import { definitionStatements, headStatements, namespaceStatements } from './statements/definitions.ts';
import { processStatements } from './statements/processes.ts';
import { type Statistics, statisticsOf } from './statistics.ts';
import type { Statement } from './tree.ts';

export interface PrintedText {
  readonly text: string;
  /** What the text calls its elements. */
  readonly ids: TextIds;
  /** What the layout file calls an element; undefined for one that no line of the text stands for. */
  keyOf(element: ModelElement): string | undefined;
  readonly statistics: () => Statistics;
}

/** The text of a BPMN model, in the canonical form. */
export function printText(definitions: Definitions): PrintedText {
  const nameless = new Set<ModelElement>();
  for (;;) {
    const context = new PrintContext(definitions, nameless);
    const statements = statementsOf(context);
    const ids = chooseIds(statements);
    // What refers to something that no line stands for is not said; the text without it may lack more.
    const missing = ids.missing.filter((element) => !nameless.has(element));
    if (missing.length === 0) return printed(context, statements, ids);
    for (const element of missing) nameless.add(element);
  }
}

function printed(context: PrintContext, statements: readonly Statement[], ids: TextIds): PrintedText {
  const text = rendered(context, statements, ids);
  const statistics = () => statisticsOf(context.definitions, statements, text);
  return { text, ids, keyOf: keysOf(context, ids), statistics };
}

function statementsOf(context: PrintContext): Statement[] {
  const head = headStatements(context);
  const [first, ...others] = [...definitionStatements(context), ...processStatements(context)];
  return first ? [...head, { ...first, apart: true }, ...others] : head;
}

/** The keys of what lines stand for, and of the parts that they make besides. */
function keysOf(context: PrintContext, ids: TextIds): (element: ModelElement) => string | undefined {
  const parts = new Map<ModelElement, string>();
  const add = (part: ModelElement, owner: ModelElement, role: string) => {
    const key = ids.idOf(owner);
    if (key !== undefined) parts.set(part, `${key}/${role}`);
  };
  for (const [join, owner] of context.implied) add(join, owner, 'join');
  for (const [thing, shown] of context.firstShown) add(thing, shown, is(thing, 'bpmn:DataStore') ? 'store' : 'object');
  const implicit = context.definitions.rootElements.find((root) => is(root, 'bpmn:Collaboration'));
  if (implicit && ids.idOf(implicit) === undefined) parts.set(implicit, 'collaboration');
  return (element) => ids.idOf(element) ?? parts.get(element);
}

/** Only the prefixes that the text has are declared in it. */
function rendered(context: PrintContext, statements: readonly Statement[], ids: TextIds): string {
  const text = renderText(statements, ids);
  const prefixes = namespaceStatements(context, text);
  return prefixes.length === 0 ? text : renderText([...prefixes, ...statements], ids);
}
