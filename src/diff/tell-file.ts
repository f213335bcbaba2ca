/** One sentence on what says nothing of the process or case: who wrote the file, and how. */
import { is, type ModelElement } from '../model/index.ts';
import type { Told } from './change.ts';
import type { Comparison, Difference } from './compare.ts';
import { onOneLine } from './excerpts.ts';
import { elementIn, idOf, isItem, nameOf, propertyHolding } from './items.ts';
import { kindOf, listed, quoted } from './words.ts';

/** Lists whose order nobody goes by. */
const SILENT_ORDERS: ReadonlySet<string> = new Set([
  'incoming',
  'extensions',
  'dataInputAssociations',
  'dataOutputAssociations',
  'dataInputs',
  'dataOutputs',
  'dataInputRefs',
  'dataOutputRefs',
  'properties',
  'resources',
]);

type Silent = 'tool' | 'beside' | 'schema' | 'holder' | 'order' | 'blanks' | 'flows' | 'id';

/** What a difference of the file alone is about; undefined: the model says something else. */
export function silence(difference: Difference): Silent | undefined {
  const { after, what, name, from = '', to = '' } = difference;
  if (what === 'holder' || isEmptyText(difference)) return 'holder';
  if (isBeside(difference)) return 'beside';
  if (what === 'order') return SILENT_ORDERS.has(name) ? 'order' : undefined;
  if (what === 'foreign') return name === 'xsi schema location' ? 'schema' : undefined;
  if (what === 'value' && isTarget(difference)) return 'id';
  if (what === 'id') return isItem(after) && after.$parent ? undefined : 'id';
  if (what !== 'value') return undefined;
  if (!after.$parent && (name === 'exporter' || name === 'exporterVersion')) return 'tool';
  const isLabel = isItem(after) && ['name', 'text', 'value'].includes(name);
  return isLabel && onOneLine(from) === onOneLine(to) ? 'blanks' : undefined;
}

/** Whether it is a documentation that came or went and says nothing. */
function isEmptyText({ what, name, elementsFrom = [], elementsTo = [] }: Difference): boolean {
  const isEmpty = (part: ModelElement) => String(part.get('text') ?? '').trim() === '';
  return what === 'part' && name === 'documentation' && [...elementsFrom, ...elementsTo].every(isEmpty);
}

/** Whether it is the id of the data that an association fills, said in its assignment too. */
function isTarget({ before, after, name }: Difference): boolean {
  return name === 'body' && propertyHolding(after) === 'to' && [before, after].every(isIdOfTarget);
}

function isIdOfTarget(expression: ModelElement): boolean {
  const association = expression.$parent?.$parent;
  const target = association && elementIn(association, 'targetRef');
  return target !== undefined && expression.get('body') === idOf(target);
}

/** What a tool keeps for itself: data of its simulation, the name of an element a second time. */
function isBeside({ after, what, name, elementsFrom = [], elementsTo = [] }: Difference): boolean {
  if (what === 'foreign' || what === 'foreign part') {
    if (/^\w+ meta data "elementname"/.test(name)) return true;
  }
  return [after, ...elementsFrom, ...elementsTo].some((one) => is(one, 'bpmn:Relationship'));
}

/** The sentence, if there is such a difference. `flows`: steps that list other flows than begin and end at them. */
export function tellFile({ differences }: Comparison, flows: readonly Difference[], areIdsTold: boolean): Told[] {
  const found = Map.groupBy(differences, silence);
  const of = (kind: Silent) => found.get(kind) ?? [];
  const words = [
    ...toolWords(of('tool')),
    ...(of('schema').length > 0 ? ['where its schemas are'] : []),
    ...counted(
      of('blanks'),
      (count, names) => `the white space in ${count === 1 ? 'the name' : `${count} names:`} ${names}`,
    ),
    ...counted(of('order'), (count) => `the order in ${some(count, 'list')}`),
    ...counted(flows, (count) => `the flows that ${some(count, 'step')} list${count === 1 ? 's' : ''}`),
    ...counted(of('holder'), (count) => `empty documentation or extensions of ${some(count, 'element')}`),
    ...counted(of('beside'), (count) => `what tools keep beside the model, in ${some(count, 'place')}`),
    ...counted(areIdsTold ? of('id') : [], (count) => `the id${count === 1 ? '' : 's'} of ${some(count, 'part')}`),
  ];
  if (words.length === 0) return [];
  return [{ kind: 'file', sentence: `The file is written differently: ${listed(words, 9)}.`, before: [], after: [] }];
}

function some(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : `${count} ${noun}s`;
}

function counted(
  differences: readonly Difference[],
  words: (count: number, names: string) => string,
): readonly string[] {
  const elements = [...new Set(differences.map(({ after }) => after))];
  if (elements.length === 0) return [];
  return [
    words(
      elements.length,
      listed(
        elements.map((element) => quoted(nameOf(element) || kindOf(element))),
        3,
      ),
    ),
  ];
}

function toolWords([first]: readonly Difference[]): readonly string[] {
  if (!first) return [];
  const [now, before] = [toolOf(first.after), toolOf(first.before)];
  if (now === '') return [`${quoted(before)} is not said to have written it any more`];
  return [`by ${quoted(now)}${before === '' ? '' : ` instead of ${quoted(before)}`}`];
}

function toolOf(root: ModelElement): string {
  return ['exporter', 'exporterVersion'].flatMap((name) => root.get(name) ?? []).join(' ');
}

/** Whether a difference in the flows that a step lists is about the list alone: the flows themselves say where they lead. */
export function isListOfFlows({ after, name, what }: Difference): boolean {
  return what === 'reference' && (name === 'incoming' || name === 'outgoing') && is(after, 'bpmn:FlowNode');
}

/** Whether all parts of a model that have another id have nothing else that is other. */
export function areOnlyIds({ differences, added, removed }: Comparison): boolean {
  const isQuiet = (difference: Difference) => difference.what === 'id' || silence(difference) !== undefined;
  return added.length === 0 && removed.length === 0 && differences.every(isQuiet);
}
