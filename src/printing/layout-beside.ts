/** The layout file beside a text that was made of a file: with both, what is exported is that file. */
import type { Outcome } from '../base/problem.ts';
import type { Model } from '../language/index.ts';
import { isDrawable, keptDrawingOf, type LayoutFile, type LayoutPin } from '../layout/index.ts';
import { type Compiled, compile } from '../mapping/index.ts';
import type { Definitions, ModelElement } from '../model/index.ts';
import { differences } from './differences.ts';
import { idOf } from './ids.ts';
import { keptOf } from './layout-of.ts';
import { type Pairs, pairElements } from './pairs.ts';
import type { PrintedText } from './print-text.ts';

/** A layout file, and what the text is with it. */
export interface Beside {
  readonly layout: LayoutFile;
  /** Compiled with what the layout file keeps. */
  readonly processes: Outcome<Compiled>;
}

/**
 * Compiles the text twice: to see what it makes by itself, and with what the layout file keeps of ids, to see what still differs. And once more
 * where ids that are made of others were right only as long as those were not kept.
 * @param model the syntax tree of the text, linked
 */
export function layoutBeside(definitions: Definitions, printed: PrintedText, model: Model): Beside {
  const bare = compile(model).value;
  const first = pairElements(definitions, bare.definitions, printed.keyOf, bare.keys);
  const found = keptOf(definitions, first, bare.keys);
  const alone = { ...found, ids: new Map([...found.ids, ...printed.drawn]) };
  const together = withKept(definitions, printed, model, alone);
  const late = lateIds(together);
  const { kept, processes, pairs } =
    late.size === 0
      ? together
      : withKept(definitions, printed, model, { ...alone, ids: new Map([...alone.ids, ...late]) });
  const made = processes.value;
  const facts = differences(definitions, made.definitions, pairs, made.keys);
  return { layout: { ...kept, facts, ...drawn(definitions, pairs, made.keys) }, processes };
}

/** What a text is with a layout file. */
interface Kept {
  readonly kept: LayoutFile;
  readonly processes: Outcome<Compiled>;
  readonly pairs: Pairs;
}

function withKept(definitions: Definitions, printed: PrintedText, model: Model, kept: LayoutFile): Kept {
  const processes = compile(model, kept);
  const pairs = pairElements(definitions, processes.value.definitions, printed.keyOf, processes.value.keys);
  return { kept, processes, pairs };
}

/** Ids by their keys that differ, and are not kept. */
function lateIds({ kept, processes, pairs }: Kept): Map<string, string> {
  const keys: ReadonlyMap<ModelElement, string> = processes.value.keys;
  const late = new Map<string, string>();
  for (const [one, made] of pairs) {
    const key = keys.get(made);
    const id = idOf(one);
    if (key !== undefined && id !== undefined && id !== idOf(made) && !kept.ids.has(key)) late.set(key, id);
  }
  return late;
}

/** The drawing by the keys of what is drawn. */
function drawn(definitions: Definitions, pairs: Pairs, keys: ReadonlyMap<ModelElement, string>): Partial<LayoutFile> {
  const { drawing, pins, further, frames } = keptDrawingOf(definitions, (element) => pairs.has(element));
  const keyOfId = new Map([...keys].map(([element, key]) => [String(element.get('id')), key]));
  const keyed = (byId: ReadonlyMap<string, LayoutPin>) =>
    new Map([...byId].map(([id, pin]) => [keyOfId.get(id) ?? id, pin]));
  const placed = new Map(keyed(pins));
  // What the text makes and the file does not have is not drawn either.
  for (const [element, key] of drawing ? keys : [])
    if (isDrawable(element) && !placed.has(key)) placed.set(key, { undrawn: true });
  return {
    drawing,
    pins: placed,
    frames,
    further: further.map((one) => ({ ...one, of: keyOfId.get(one.of) ?? one.of, pins: keyed(one.pins) })),
  };
}
