/** The layout file beside the text of a file of cases: with both, what is exported is that file. */
import type { Outcome } from '../../base/problem.ts';
import type { Model } from '../../language/index.ts';
import { keptDrawingOfCases, type LayoutFile, type LayoutPin } from '../../layout/index.ts';
import { type CompiledCases, compileCases } from '../../mapping/index.ts';
import type { CmmnDefinitions, ModelElement } from '../../model/index.ts';
import { differences } from '../differences.ts';
import { keptOf } from '../layout-of.ts';
import { type Pairs, pairElements } from '../pairs.ts';
import type { PrintedText } from '../print-text.ts';

/**
 * As `layoutBeside`: compiles the text to see what it makes by itself, and what still differs with the ids that are kept.
 * @param model the syntax tree of the text, linked
 */
export function casesBeside(
  definitions: CmmnDefinitions,
  printed: Pick<PrintedText, 'keyOf'>,
  model: Model,
): { readonly layout: LayoutFile; readonly cases: Outcome<CompiledCases> } {
  const bare = compileCases(model).value;
  const first = pairElements(definitions, bare.definitions, printed.keyOf, bare.keys);
  const kept = keptOf(definitions, first, bare.keys);
  const cases = compileCases(model, kept);
  const made = cases.value;
  const pairs = pairElements(definitions, made.definitions, printed.keyOf, made.keys);
  const facts = differences(definitions, made.definitions, pairs, made.keys);
  return { layout: { ...kept, notation: 'cmmn', facts, ...drawn(definitions, pairs, made.keys) }, cases };
}

/** The drawing by the keys of what is drawn; connectors go by the keys of their ends. */
function drawn(
  definitions: CmmnDefinitions,
  pairs: Pairs,
  keys: ReadonlyMap<ModelElement, string>,
): Pick<LayoutFile, 'drawing' | 'frames' | 'further' | 'pins'> {
  const { drawing, pins, further, frames } = keptDrawingOfCases(definitions, (element) => pairs.has(element));
  const keyOfId = new Map([...keys].map(([element, key]) => [String(element.get('id')), key]));
  const keyOf = (id: string) => keyOfId.get(id) ?? id;
  const keyed = (byId: ReadonlyMap<string, LayoutPin>) =>
    new Map(
      [...byId].map(([id, pin]) => {
        const [, source, target, number = ''] = /^(.*)->(.*?)(#\d+)?$/.exec(id) ?? [];
        const key = source && target && !keyOfId.has(id) ? `${keyOf(source)}->${keyOf(target)}${number}` : keyOf(id);
        return [key, pin];
      }),
    );
  return {
    drawing,
    pins: keyed(pins),
    frames,
    further: further.map((one) => ({ ...one, of: keyOf(one.of), pins: keyed(one.pins) })),
  };
}
