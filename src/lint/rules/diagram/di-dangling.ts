import { type ModelElement, referenceText } from '../../../model/index.ts';
import { remove } from '../../fixes/model-change.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const diDangling: Rule = {
  id: 'DI02',
  name: 'di-dangling',
  statement: 'Everything in the drawing shows an element.',
  why: 'Editors show an empty symbol, or refuse the file.',
  severity: 'error',
  references: [],
  fix: { title: 'Remove it from the drawing', isSafe: true },
  check({ all, report }) {
    for (const one of [...all('bpmndi:BPMNShape'), ...all('bpmndi:BPMNEdge'), ...all('bpmndi:BPMNPlane')]) {
      if (one.bpmnElement === undefined)
        report(
          one,
          `${The(one)} of the drawing shows nothing${textOf(one)}. Take it away, or correct its bpmnElement.`,
          { fix: [remove(one)] },
        );
    }
  },
};

function textOf(one: ModelElement): string {
  const text = referenceText(one, 'bpmnElement');
  return text === undefined ? '' : `: there is no element "${text}"`;
}
