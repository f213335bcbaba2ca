import { is, type ModelElement } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The } from '../../words.ts';

export const noBpmndi: Rule = {
  id: 'DI01',
  name: 'no-bpmndi',
  statement: 'Everything that has a symbol is drawn.',
  why: 'Editors do not show what has no place in the drawing, and some drop it.',
  severity: 'warning',
  references: ['bpmnlint/no-bpmndi'],
  fix: { title: 'Draw it', isSafe: true },
  check({ all, hasDrawing, report }) {
    if (!hasDrawing) return;
    const drawn = new Set<unknown>();
    for (const { bpmnElement } of all('bpmndi:BPMNShape')) drawn.add(bpmnElement);
    for (const { bpmnElement } of all('bpmndi:BPMNEdge')) drawn.add(bpmnElement);
    const visible = [
      ...all('bpmn:FlowElement').filter((one) => !is(one, 'bpmn:DataObject')),
      ...all('bpmn:Participant').filter(({ $parent }) => $parent?.$type === 'bpmn:Collaboration'),
      ...all('bpmn:MessageFlow'),
      ...all('bpmn:Artifact'),
      ...all('bpmn:Lane'),
    ];
    for (const one of visible) {
      if (!drawn.has(one))
        report(one, `${The(one)} is not drawn. Draw it, or let \`procedo layout\` draw the file.`, {
          ...(hasPlace(one) && { fix: [{ kind: 'redraw', elements: drawn.size === 0 ? 'all' : [one] }] }),
        });
    }
  },
};

/** A sequence flow to nothing, or to what is no node, cannot be drawn. */
function hasPlace(element: ModelElement): boolean {
  return (
    !is(element, 'bpmn:SequenceFlow') ||
    (is(element.sourceRef, 'bpmn:FlowNode') && is(element.targetRef, 'bpmn:FlowNode'))
  );
}
