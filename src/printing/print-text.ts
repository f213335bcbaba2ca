/** A model as text. What the text cannot say is left out; see `layout-of.ts`. */
import { collaborationKey } from '../mapping/index.ts';
import { allElements, type Definitions, is, type Lane, type ModelElement } from '../model/index.ts';
import { PrintContext } from './context.ts';
import { chooseIds, idOf, type TextIds } from './ids.ts';
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
  /** Ids by their keys of what no line makes, but the layout file. */
  readonly drawn: ReadonlyMap<string, string>;
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
  return { text, ids, keyOf: keysOf(context, ids), drawn: drawnIds(context, ids), statistics };
}

/** The lanes that are only drawn, and the sets that these are. */
function drawnIds({ drawnLanes }: PrintContext, ids: TextIds): Map<string, string> {
  const found = new Map<string, string>();
  for (const [process, lane] of drawnLanes) {
    for (const [element, role] of [[lane, 'lane'] as const, [process.laneSets[0], 'lanes'] as const]) {
      const id = element && idOf(element);
      if (id !== undefined) found.set(`${ids.idOf(process)}/${role}`, id);
    }
  }
  return found;
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
  for (const [process, lane] of context.drawnLanes) add(lane, process, 'lane');
  for (const [thing, shown] of context.firstShown) add(thing, shown, is(thing, 'bpmn:DataStore') ? 'store' : 'object');
  for (const [lane, container] of sharingLanes(context, ids)) add(lane, container, ids.idOf(lane) ?? '');
  const implicit = context.definitions.rootElements.find((root) => is(root, 'bpmn:Collaboration'));
  if (implicit && ids.idOf(implicit) === undefined) {
    const isTaken = [...allElements(context.definitions)].some((element) => ids.idOf(element) === 'collaboration');
    parts.set(implicit, collaborationKey(isTaken));
  }
  return (element) => parts.get(element) ?? ids.idOf(element);
}

/** Lanes that a lane further out or before them has the id of, each with what it divides: of these the layout file speaks by their place. */
function sharingLanes({ lanes }: PrintContext, ids: TextIds): [Lane, ModelElement][] {
  const all = lanes.map((lane) => [lane, dividedBy(lane)] as const);
  const isOuter = ([, container]: (typeof all)[number]) => is(container, 'bpmn:Process');
  const taken = new Set<string>();
  const found: [Lane, ModelElement][] = [];
  for (const [lane, container] of [...all.filter(isOuter), ...all.filter((one) => !isOuter(one))]) {
    const id = ids.idOf(lane);
    if (id === undefined) continue;
    if (taken.has(id)) found.push([lane, container]);
    taken.add(id);
  }
  return found;
}

function dividedBy(lane: ModelElement): ModelElement {
  let around = lane;
  while (around.$parent && !is(around, 'bpmn:FlowElementsContainer')) around = around.$parent;
  return around;
}

/** Only the prefixes that the text has are declared in it. */
function rendered(context: PrintContext, statements: readonly Statement[], ids: TextIds): string {
  const text = renderText(statements, ids);
  const prefixes = namespaceStatements(context, text);
  if (prefixes.length === 0) return text;
  return `${renderText(prefixes, ids)}${statements[0]?.apart ? '\n' : ''}${text}`;
}
