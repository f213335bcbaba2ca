/** Styles of CMMN drawings, which the layout knows nothing of but their colours. */
import { type CmmnDi, is } from '../model/index.ts';

type Drawn = CmmnDi.CMMNDiagram['diagramElements'][number];

/** Hands the styles and vendor attributes of one drawing on to another of the same model, and the name of each diagram to the first that shows what it showed. */
export function keepStyles(from: readonly CmmnDi.CMMNDiagram[], to: readonly CmmnDi.CMMNDiagram[]): void {
  for (const before of from) {
    const plans = plansIn(before);
    const now = to.filter((diagram) => plansIn(diagram).some((plan) => plans.includes(plan)));
    const [first] = now;
    if (first && first.name === undefined && before.name !== undefined) first.set('name', before.name);
    for (const diagram of now) if (before.sharedStyle) diagram.set('sharedStyle', before.sharedStyle);
  }
  const old = new Map(from.flatMap(({ diagramElements }) => diagramElements.map((each) => [keyOf(each), each])));
  for (const each of to.flatMap(({ diagramElements }) => diagramElements)) {
    const before = old.get(keyOf(each));
    if (!before) continue;
    if (before.sharedStyle) each.set('sharedStyle', before.sharedStyle);
    if (before.style || before.sharedStyle) each.set('style', before.style);
    Object.assign(each.$attrs, before.$attrs);
  }
}

/** Ids of the case plan models that a diagram shows. */
function plansIn({ diagramElements }: CmmnDi.CMMNDiagram): string[] {
  return diagramElements.flatMap((each) => {
    const shown = is(each, 'cmmndi:CMMNShape') ? each.cmmnElementRef : undefined;
    return is(shown?.$parent, 'cmmn:Case') && is(shown, 'cmmn:Stage') ? [String(shown.id)] : [];
  });
}

function keyOf(each: Drawn): string {
  if (is(each, 'cmmndi:CMMNShape')) return `shape ${each.cmmnElementRef?.id}`;
  if (!is(each, 'cmmndi:CMMNEdge')) return '';
  const ends = [each.sourceCMMNElementRef?.id, each.targetCMMNElementRef?.id];
  return `line ${each.cmmnElementRef?.id} ${ends.join(' ')}`;
}
