import { type Event, is, type ModelElement, referenceText } from '../../../model/index.ts';
import type { ModelChange } from '../../fixes/model-change.ts';
import { triggersOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const linkPair: Rule = {
  id: 'IE17',
  name: 'link-pair',
  statement: 'Every link that is thrown is caught once in its scope, and every link that is caught is thrown.',
  why: 'A link replaces a sequence flow: without its other half the way stops.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.5.5',
  references: ['EXT.118', 'EXT.124', 'EXT.125', 'bpmnlint/link-event'],
  fix: { title: 'Catch the link', isSafe: false },
  check({ all, childrenOfType, report }) {
    // Links find each other by their names or by references. Where a file has any of these, all are read by them.
    const links = all('bpmn:LinkEventDefinition');
    if (links.length === 0) return;
    const isByReference = links.some(({ source, target }) => source.length > 0 || target);
    for (const scope of all('bpmn:FlowElementsContainer')) {
      const throws = linksOf(childrenOfType(scope, 'bpmn:IntermediateThrowEvent'));
      const catches = linksOf(childrenOfType(scope, 'bpmn:IntermediateCatchEvent'));
      for (const { event, link } of throws) {
        if (is(link.target, 'bpmn:LinkEventDefinition')) {
          if (!link.target.source.includes(link))
            report(event, `${The(event)} leads to a link that does not name it as a source. Name it there.`, {
              references: link.target.source.length === 0 ? ['EXT.118', 'EXT.124'] : ['EXT.118'],
            });
        } else if (isByReference && !referenceText(link, 'target')) {
          report(
            event,
            `${The(event)} does not refer to the link that it leads to, as other links do. Name its target.`,
            {
              references: ['EXT.125'],
            },
          );
        } else if (link.name) {
          const found = catches.filter((one) => one.link.name === link.name).length;
          // Without any other end, the one behind the new event would ask for more.
          const isFree = found === 0 && childrenOfType(scope, 'bpmn:EndEvent').length > 0;
          if (found !== 1)
            report(
              event,
              `${found === 0 ? 'No event' : `Not one event but ${found}`} in ${the(scope)} catches the link "${link.name}" of ${the(event)}. Let one catch it.`,
              {
                references: found === 0 ? ['EXT.125', 'bpmnlint/link-event'] : ['bpmnlint/link-event'],
                ...(isFree && { fix: catching(scope, link.name) }),
              },
            );
        }
      }
      for (const { event, link } of catches) {
        const isThrown =
          link.source.length > 0 || throws.some((one) => one.link.target === link || one.link.name === link.name);
        if (isByReference && link.source.length === 0 && !throws.some((one) => one.link.target === link))
          report(
            event,
            `${The(event)} does not refer to the links that lead to it, as other links do. Name its sources.`,
            {
              references: ['EXT.124'],
            },
          );
        else if (!isThrown && link.name)
          report(
            event,
            `No event in ${the(scope)} throws the link "${link.name}" of ${the(event)}. Let one throw it, or take it away.`,
            { references: ['EXT.124', 'bpmnlint/link-event'] },
          );
      }
    }
  },
};

/** An event whose way ends at once: what is to be done goes in between. */
function catching(parent: ModelElement, name: string): readonly ModelChange[] {
  const link = { type: 'bpmn:LinkEventDefinition', values: { name } } as const;
  const event = { type: 'bpmn:IntermediateCatchEvent', values: { name, eventDefinitions: link } } as const;
  return [
    { kind: 'add', parent, property: 'flowElements', element: event },
    { kind: 'insert', type: 'bpmn:EndEvent', where: 'after', nodes: [event] },
  ];
}

function linksOf(events: readonly Event[]) {
  return events.flatMap((event) =>
    triggersOf(event).flatMap((link) => (is(link, 'bpmn:LinkEventDefinition') ? [{ event, link }] : [])),
  );
}
