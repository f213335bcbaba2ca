import { is } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const standardSize: Rule = {
  id: 'DI09',
  name: 'standard-size',
  statement: 'Shapes have the usual size of their kind.',
  why: 'A size that says nothing looks as if it meant something.',
  severity: 'info',
  references: ['bpmnlint/standard-size'],
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
  check({ all, options, report }) {
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
        );
    }
  },
};
