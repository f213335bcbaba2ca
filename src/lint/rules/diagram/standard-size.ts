import { type Bounds, is, type ModelElement } from '../../../model/index.ts';
import { type ModelChange, set } from '../../fixes/model-change.ts';
import { nameFits } from '../../fixes/room-for-names.ts';
import { nameOf } from '../../queries.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { The } from '../../words.ts';

export const standardSize: Rule = {
  id: 'DI09',
  name: 'standard-size',
  statement: 'Shapes have the usual size of their kind.',
  why: 'A size that says nothing looks as if it meant something.',
  severity: 'info',
  references: ['bpmnlint/standard-size'],
  fix: { title: 'Give it the usual size', isSafe: true },
  options: {
    'bpmn:Task': { width: 100, height: 80 },
    'bpmn:CallActivity': { width: 100, height: 80 },
    'bpmn:SubProcess': { width: 100, height: 80 },
    'bpmn:Gateway': { width: 50, height: 50 },
    'bpmn:Event': { width: 36, height: 36 },
    'bpmn:DataObjectReference': { width: 36, height: 50 },
    'bpmn:DataStoreReference': { width: 50, height: 50 },
    'bpmn:Participant': { width: 60, height: 60 },
  },
  check(context) {
    const { all, options, report } = context;
    for (const shape of all('bpmndi:BPMNShape')) {
      const { bpmnElement: element, bounds } = shape;
      const type = element && Object.keys(options).find((one) => element.$instanceOf(one));
      const size = type === undefined ? undefined : options[type];
      if (!element || !bounds || typeof size !== 'object' || size === null) continue;
      // What holds something is as large as that; an empty pool has one side that is fixed.
      if (is(element, 'bpmn:SubProcess') && shape.isExpanded) continue;
      const isPool = is(element, 'bpmn:Participant');
      if (isPool && element.processRef) continue;
      const sides = isPool ? [shape.isHorizontal === false ? 'width' : 'height'] : ['width', 'height'];
      const wrong = Object.entries(size).filter(
        ([side, wanted]) => sides.includes(side) && typeof wanted === 'number' && bounds.get(side) !== wanted,
      );
      if (wrong.length > 0)
        report(
          element,
          `${The(element)} is drawn in an unusual size. Set its ${wrong.map(([side, wanted]) => `${side} to ${wanted}`).join(' and its ')}.`,
          hasRoom(element, size) ? { fix: resized(element, bounds, wrong, context) } : {},
        );
    }
  },
};

/** What is large for its name stays so, or the name would ask for a larger shape again. */
function hasRoom(element: ModelElement, size: object): boolean {
  const { width, height } = { width: 0, height: 0, ...size };
  return !is(element, 'bpmn:Activity') || nameFits(nameOf(element), { width, height });
}

/** The middle stays where it is, and the flows are led to the new border. */
function resized(
  element: ModelElement,
  bounds: Bounds,
  sides: readonly (readonly [string, unknown])[],
  { incoming, outgoing, messagesFrom, messagesTo }: RuleContext,
): readonly ModelChange[] {
  const changes = sides.flatMap(([side, wanted]) => {
    const [corner, length] = side === 'width' ? (['x', bounds.width] as const) : (['y', bounds.height] as const);
    const moved = bounds[corner] + ((length ?? 0) - Number(wanted)) / 2;
    return [set(bounds, side, Number(wanted)), set(bounds, corner, moved)];
  });
  const lines = [incoming, outgoing, messagesFrom, messagesTo].flatMap((at): readonly ModelElement[] => at(element));
  return lines.length > 0 ? [...changes, { kind: 'redraw', elements: lines }] : changes;
}
