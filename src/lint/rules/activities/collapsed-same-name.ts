import { is } from '../../../model/index.ts';
import { set } from '../../fixes/model-change.ts';
import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const collapsedSameName: Rule = {
  id: 'AC37',
  name: 'collapsed-same-name',
  statement:
    'A call activity has the name of the process that it calls, and a collapsed sub-process that of the diagram which shows it.',
  why: 'Readers find one from the other by its name.',
  severity: 'info',
  references: [],
  fix: { title: 'Give it the name of what it calls or shows', isSafe: true },
  check({ all, report }) {
    const processes = new Map<unknown, string>(all('bpmn:Process').map((process) => [process.id, nameOf(process)]));
    for (const call of all('bpmn:CallActivity')) {
      const name = processes.get(call.calledElement?.replace(/^.*:/, ''));
      if (name && nameOf(call) && name !== nameOf(call))
        report(call, `${The(call)} calls the process "${name}". Give both one name.`, {
          fix: [set(call, 'name', name)],
        });
    }
    for (const diagram of all('bpmndi:BPMNDiagram')) {
      const shown = diagram.plane?.bpmnElement;
      const name = diagram.name?.trim();
      if (is(shown, 'bpmn:SubProcess') && name && nameOf(shown) && name !== nameOf(shown))
        report(shown, `The diagram "${name}" shows ${the(shown)}. Give both one name.`, {
          fix: [set(diagram, 'name', nameOf(shown))],
        });
    }
  },
};
