/** Styles of CMMN drawings, which the layout knows nothing of but their colours. */
import { type CmmnDi, is } from '../model/index.ts';

type Drawn = CmmnDi.CMMNDiagram['diagramElements'][number];

/** Hands the styles and vendor attributes of one drawing on to another of the same model, and the first diagram's name. */
export function keepStyles(from: readonly CmmnDi.CMMNDiagram[], to: readonly CmmnDi.CMMNDiagram[]): void {
  const old = new Map(from.flatMap(({ diagramElements }) => diagramElements.map((each) => [keyOf(each), each])));
  const [first, now] = [from[0], to[0]];
  if (first && now) {
    if (now.name === undefined && first.name !== undefined) now.set('name', first.name);
    if (first.sharedStyle) now.set('sharedStyle', first.sharedStyle);
  }
  for (const each of to.flatMap(({ diagramElements }) => diagramElements)) {
    const before = old.get(keyOf(each));
    if (!before) continue;
    if (before.sharedStyle) each.set('sharedStyle', before.sharedStyle);
    if (before.style || before.sharedStyle) each.set('style', before.style);
    Object.assign(each.$attrs, before.$attrs);
  }
}

function keyOf(each: Drawn): string {
  if (is(each, 'cmmndi:CMMNShape')) return `shape ${each.cmmnElementRef?.id}`;
  if (!is(each, 'cmmndi:CMMNEdge')) return '';
  const ends = [each.sourceCMMNElementRef?.id, each.targetCMMNElementRef?.id];
  return `line ${each.cmmnElementRef?.id} ${ends.join(' ')}`;
}
