import { type Cmmn, is, type ModelElement, referenceText } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const parameterMappingValid: Rule = {
  id: 'CM36',
  name: 'parameter-mapping-valid',
  statement:
    'A mapping of a task leads from its input to an input of what it runs, or from an output of that to its own.',
  why: 'Other values are not at hand when the task begins or ends.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.4.10',
  references: [],
  check({ all, report }) {
    const callable = [...all('cmmn:Case'), ...all('cmmn:Process'), ...all('cmmn:Decision')];
    const ids = new Set<unknown>(callable.map(({ id }) => id));
    const isCalledHere = (task: ModelElement | undefined) =>
      ['caseRef', 'processRef', 'decisionRef'].some((name) => {
        const called = task?.get(name);
        return typeof called === 'string' && ids.has(called.replace(/^.*:/, ''));
      });
    for (const mapping of all('cmmn:ParameterMapping')) {
      const task = mapping.$parent;
      const { sourceRef, targetRef } = mapping;
      const open = [
        !sourceRef && referenceText(mapping, 'sourceRef') === undefined && 'sourceRef',
        !targetRef && referenceText(mapping, 'targetRef') === undefined && 'targetRef',
      ].filter((word) => typeof word === 'string');
      // What is in another file cannot be referred to from this one.
      if (open.length > 0 && (open.length > 1 || isCalledHere(task)))
        report(mapping, `A mapping of ${the(task ?? mapping)} has no ${open.join(' and no ')}. Set it.`);
      if (!is(task, 'cmmn:Task') || !sourceRef || !targetRef) continue;
      const isWell =
        (isOf(task, 'input', sourceRef) && !isOf(task, 'output', targetRef)) ||
        (isOf(task, 'output', targetRef) && !isOf(task, 'input', sourceRef));
      if (!isWell)
        report(
          mapping,
          `${The(task)} maps ${the(sourceRef)} to ${the(targetRef)}. Map an input of the task to one of what it runs, or an output of that to one of the task.`,
        );
    }
  },
};

function isOf(task: Cmmn.Task, list: 'input' | 'output', parameter: ModelElement): boolean {
  return task[list].some((one) => one === parameter);
}
