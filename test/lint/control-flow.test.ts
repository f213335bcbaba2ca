import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dominators } from '../../src/lint/control-flow.ts';
import { lintModel } from '../../src/lint/lint-model.ts';
import { reachable } from '../../src/lint/queries.ts';
import { type ModelElement, readModel } from '../../src/model/index.ts';

/** A process of tasks in which flows lead from anywhere to anywhere; the first task begins it. */
const process = fc.integer({ min: 2, max: 8 }).chain((size) => {
  const flow = fc.tuple(fc.nat(size - 1), fc.integer({ min: 1, max: size - 1 }));
  return fc.record({ size: fc.constant(size), flows: fc.array(flow, { maxLength: 14 }) });
});

test('a node is above another if and only if no way leads there without it', () => {
  fc.assert(
    fc.property(process, ({ size, flows }) => {
      const tasks = Array.from({ length: size }, (_, at) => `<task id="t${at}"/>`).join('');
      const arrows = flows.map(
        ([from, to], at) => `<sequenceFlow id="f${at}" sourceRef="t${from}" targetRef="t${to}"/>`,
      );
      const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">${tasks}${arrows.join('')}</process></definitions>`;
      const { definitions } = readModel(xml);
      if (!definitions) throw new Error('no model');
      const model = lintModel(definitions, false);
      const [scope] = model.all('bpmn:Process');
      const nodes = model.childrenOfType(scope, 'bpmn:FlowNode');
      const above = dominators(scope as ModelElement, model);
      const first = nodes.filter((node) => model.incoming(node).length === 0);
      const reachedWithout = (left?: ModelElement) =>
        reachable(
          first.filter((node) => node !== left),
          (node) =>
            model.outgoing(node).flatMap(({ targetRef }) => (targetRef && targetRef !== left ? [targetRef] : [])),
        );
      const all = reachedWithout();
      expect(new Set(above.keys())).toEqual(all);
      for (const node of all) {
        const chain = new Set<ModelElement>();
        for (let one = above.get(node); one; one = above.get(one)) chain.add(one);
        for (const other of all)
          if (other !== node)
            expect(chain.has(other), `${other.get('id')} above ${node.get('id')}`).toBe(
              !reachedWithout(other).has(node),
            );
      }
    }),
    { numRuns: 300 },
  );
});
