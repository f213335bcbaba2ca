import type { CallActivity } from '../../../model/index.ts';
import { type ModelChange, type NewElement, set } from '../../fixes/model-change.ts';
import { hasExtensions, isExecutable, nameOf } from '../../queries.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { The } from '../../words.ts';

export const callActivityTarget: Rule = {
  id: 'AC29',
  name: 'call-activity-target',
  statement: 'In an executable process a call activity names what it calls.',
  why: 'An engine does not know which process to start.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.6',
  references: [],
  fix: { title: 'Create a process that it calls', isSafe: false },
  check(context) {
    for (const call of context.all('bpmn:CallActivity')) {
      if (isExecutable(call) && !call.calledElement && !hasExtensions(call))
        context.report(call, `${The(call)} does not say what it calls. Set calledElement.`, {
          fix: create(call, context),
        });
    }
  },
};

/** A process with a start and an end, to be filled by a person, of which no rule complains. */
function create(call: CallActivity, { definitions, elements }: RuleContext): ModelChange[] {
  const id = freeId(idFrom(nameOf(call)) || 'called', new Set(elements().map((one) => one.get('id'))));
  const name = nameOf(call);
  const start: NewElement = { type: 'bpmn:StartEvent', values: {} };
  const values = { id, ...(name && { name }), isExecutable: true, flowElements: start };
  return [
    { kind: 'add', parent: definitions, property: 'rootElements', element: { type: 'bpmn:Process', values } },
    { kind: 'insert', type: 'bpmn:EndEvent', where: 'after', nodes: [start], name: 'Done' },
    set(call, 'calledElement', id),
  ];
}

/** Basic Latin, which all readers take: `sendTheBill`. */
function idFrom(name: string): string {
  const words =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[a-zA-Z0-9]+/g) ?? [];
  const camel = words.map((word, index) => {
    const head = word.charAt(0);
    return (index === 0 ? head.toLowerCase() : head.toUpperCase()) + word.slice(1);
  });
  return camel.join('').replace(/^(?=\d)/, '_');
}

function freeId(stem: string, taken: ReadonlySet<unknown>): string {
  let id = stem;
  for (let number = 2; taken.has(id); number++) id = `${stem}${number}`;
  return id;
}
