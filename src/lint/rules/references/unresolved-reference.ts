import { closestTo } from '../../../base/spelling.ts';
import { is, type ModelElement, ownPropertyOf, referenceText } from '../../../model/index.ts';
import type { PropertyDescriptor } from '../../../schema/index.ts';
import { type ModelChange, set } from '../../fixes/model-change.ts';
import { referencesOf } from '../../queries.ts';
import type { LateFix, Rule, RuleContext } from '../../rule.ts';
import { aKind, kindOf, The, the } from '../../words.ts';

export const unresolvedReference: Rule = {
  id: 'REF01',
  name: 'unresolved-reference',
  statement: 'Every reference leads to an element of the file, and to one of the right kind.',
  why: 'A reference to nothing is dropped by most tools without a word, and one to the wrong kind means something else in each of them.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 8.2.1',
  references: ['REF'],
  fix: { title: 'Refer to the element whose id is nearest', isSafe: false },
  check(context) {
    for (const element of context.elements()) {
      // What an extension is defined by stands in a schema of the vendor's.
      if (is(element, 'bpmn:Extension')) continue;
      // What the drawing refers to has rules of its own.
      if (!element.$type.startsWith('bpmn:') && !element.$type.startsWith('cmmn:')) continue;
      for (const property of referencesOf(element)) {
        const text = missing(element, property.name, context.definitions);
        if (text) reportMissing(element, property, text, context);
        for (const target of wrongTargets(element, property)) reportWrong(element, property, target, context);
      }
    }
  },
};

function reportMissing(
  element: ModelElement,
  property: PropertyDescriptor,
  text: string,
  { elements, report }: RuleContext,
): void {
  const called = property.element || property.name;
  report(
    element,
    `${The(element)} names "${text}" as its ${called}, but no element of the file has this id. Correct it, or add the element.`,
    { fix: () => nearest(element, property, text, elements()) },
  );
}

function reportWrong(
  element: ModelElement,
  property: PropertyDescriptor,
  target: ModelElement,
  { report }: RuleContext,
): void {
  const called = property.element || property.name;
  const wanted = aKind(kindOf({ $type: property.type }));
  report(
    element,
    `${The(element)} names ${the(target)} as its ${called}, which must be ${wanted}. Name one of that kind.`,
  );
}

/** What a reference says that should be in this file and is not; a prefix may mean another file. */
function missing(element: ModelElement, property: string, definitions: ModelElement): string | undefined {
  const written = referenceText(element, property);
  return written?.split(' ').find((text) => {
    const prefix = text.includes(':') ? text.slice(0, text.indexOf(':')) : undefined;
    if (prefix === undefined) return true;
    const namespace = definitions.$attrs[`xmlns:${prefix}`];
    return namespace === undefined || namespace === definitions.get('targetNamespace');
  });
}

const noTargets: readonly ModelElement[] = [];

function wrongTargets(element: ModelElement, property: PropertyDescriptor): readonly ModelElement[] {
  const value = ownPropertyOf(element, property.name);
  if (value === undefined || property.type === 'Element') return noTargets;
  const fits = (target: ModelElement) => target.$instanceOf(property.type);
  if (!Array.isArray(value)) return fits(value as ModelElement) ? noTargets : [value as ModelElement];
  return value.every(fits) ? noTargets : value.filter((target) => !fits(target));
}

/** The element that is meant where its id is mistyped: one of the right kind, a letter or two away. */
function nearest(
  element: ModelElement,
  { name, type, isMany }: PropertyDescriptor,
  text: string,
  elements: readonly ModelElement[],
): LateFix {
  const fitting = elements.filter((one) => one !== element && one.$instanceOf(type));
  const byId = new Map(fitting.map((one) => [ownPropertyOf(one, 'id'), one]));
  const id = closestTo(
    text,
    [...byId.keys()].filter((one) => typeof one === 'string'),
  );
  const target = id === undefined ? undefined : byId.get(id);
  if (!target || isMany) return {};
  return {
    fix: [set(element, name, target), ...listedAt(target, element, name, elements)],
    fixTitle: `Refer to ${id}`,
  };
}

/** Where nodes list their flows, the one that is meant lists this flow too. */
function listedAt(
  target: ModelElement,
  flow: ModelElement,
  end: string,
  elements: readonly ModelElement[],
): readonly ModelChange[] {
  if (!is(flow, 'bpmn:SequenceFlow') || !is(target, 'bpmn:FlowNode')) return [];
  const property = end === 'sourceRef' ? 'outgoing' : 'incoming';
  const isListed = elements.some((one) => is(one, 'bpmn:FlowNode') && one.incoming.length + one.outgoing.length > 0);
  return isListed && !target[property].includes(flow) ? [{ kind: 'list', element: target, property, value: flow }] : [];
}
