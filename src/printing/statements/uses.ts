/** `reads` and `writes`: the data of a step, where the words make the same associations as the model has. */
import {
  type Activity,
  type CatchEvent,
  canRead,
  canWrite,
  type DataInputAssociation,
  type DataOutputAssociation,
  type ItemAwareElement,
  is,
  type ModelElement,
  ownPropertyOf,
  PLACEHOLDER,
  type Property,
  type ThrowEvent,
} from '../../model/index.ts';
import type { PrintContext } from '../context.ts';
import { extensionsOf } from '../extensions.ts';
import type { Word } from '../tree.ts';
import type { Line } from './element.ts';

/** The words of what a step reads and writes. Where one association needs more, all of its kind are details. */
export function useWords(context: PrintContext, step: Activity | CatchEvent | ThrowEvent, line: Line): Word[] {
  const words: Word[] = [];
  if (canRead(step)) words.push(...readWords(context, step, line));
  if (canWrite(step)) words.push(...writeWords(context, step, line));
  return words;
}

function readWords(context: PrintContext, step: Activity | ThrowEvent, line: Line): Word[] {
  const isLeft = (element: ModelElement) => !context.done.has(element);
  const uses = readsOf(context, step, step.dataInputAssociations.filter(isLeft));
  if (!uses || step.dataInputAssociations.length === 0) return [];
  line.say('dataInputAssociations');
  if (step.properties.filter(isLeft).length === Math.min(uses.length, 1)) line.say('properties');
  return uses.length === 0 ? [] : ['reads', ...listed(uses)];
}

/** What comes by associations into the placeholder of a step; undefined where one of them has more to say. */
export function readsOf(
  context: PrintContext,
  step: Activity | ThrowEvent,
  associations: readonly DataInputAssociation[],
): (readonly Word[])[] | undefined {
  const [placeholder, ...others] = step.properties.filter(isPlaceholder);
  if (associations.length > 0 && (!placeholder || others.length > 0)) return undefined;
  const uses = associations.map((association) => {
    const isPlainRead = association.targetRef === placeholder && association.sourceRef.length === 1;
    return isPlainRead ? useOf(context, step, association, association.sourceRef[0]) : undefined;
  });
  return uses.every((use) => use !== undefined) ? uses : undefined;
}

function isPlaceholder(property: Property): boolean {
  return property.name === PLACEHOLDER;
}

function writeWords(context: PrintContext, step: Activity | CatchEvent, line: Line): Word[] {
  const associations: readonly DataOutputAssociation[] = step.dataOutputAssociations;
  if (associations.length === 0) return [];
  const uses = associations.map((association) =>
    association.sourceRef.length === 0 ? useOf(context, step, association, association.targetRef) : undefined,
  );
  if (!uses.every((use) => use !== undefined)) return [];
  line.say('dataOutputAssociations');
  return ['writes', ...listed(uses)];
}

/** One item of a list. Undefined if it has more to say. */
function useOf(
  context: PrintContext,
  step: ModelElement,
  association: ModelElement,
  data: ItemAwareElement | undefined,
): readonly Word[] | undefined {
  if (!data || !canName(context, step, data) || extensionsOf(association, context.prefixes).length > 0)
    return undefined;
  const more = ['assignment', 'documentation', 'transformation'];
  if (more.some((name) => hasContent(ownPropertyOf(association, name)))) return undefined;
  return [{ to: data }];
}

/** Whether a step can say the name of data. */
export function canName(context: PrintContext, step: ModelElement, data: ModelElement): boolean {
  const isNamed =
    is(data, 'bpmn:DataObjectReference') || is(data, 'bpmn:DataStoreReference') || context.ports.has(data);
  return isNamed && isKnown(data, step) && context.canRefer(data);
}

/** Data is known in the body that it stands in, and in those within; stores are known in each process. */
function isKnown(data: ModelElement, step: ModelElement): boolean {
  if (is(data, 'bpmn:DataStoreReference')) return true;
  // What a process is given and hands back stands in a specification of it.
  const body = is(data, 'bpmn:DataObjectReference') ? data.$parent : data.$parent?.$parent;
  let around = step.$parent;
  while (around && around !== body) around = around.$parent;
  return around !== undefined;
}

function hasContent(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function listed(uses: readonly (readonly Word[])[]): Word[] {
  return uses.flatMap((use, index) => (index < uses.length - 1 ? [{ glued: [...use, ','] }] : use));
}
