import {
  type CallActivity,
  type CallableElement,
  type DataInput,
  type DataOutput,
  type InputOutputSpecification,
  is,
  type ModelElement,
} from '../../../model/index.ts';
import { type ModelChange, type NewElement, remove, set } from '../../fixes/model-change.ts';
import { isSameItem, nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { count, The, the } from '../../words.ts';

type Data = DataInput | DataOutput;

/** The two sides, each with its sets. */
const sides = [
  { list: 'dataInputs', word: 'data input', type: 'bpmn:DataInput', sets: 'inputSets', refs: 'dataInputRefs' },
  { list: 'dataOutputs', word: 'data output', type: 'bpmn:DataOutput', sets: 'outputSets', refs: 'dataOutputRefs' },
] as const;
type Side = (typeof sides)[number];

export const callDataMatches: Rule = {
  id: 'DA12',
  name: 'call-data-matches',
  statement: 'The data inputs and outputs of a call activity are those of what it calls.',
  why: 'What is called does not get what it needs.',
  severity: 'error',
  clause: 'BPMN 2.0.2, 10.3.6',
  references: ['EXT.063'],
  fix: { title: 'Give it the data of what it calls', isSafe: false },
  check({ all, report }) {
    const callable = new Map(all('bpmn:CallableElement').map((one) => [one.id, one]));
    for (const call of all('bpmn:CallActivity')) {
      const target = callable.get(call.calledElement?.replace(/^.*:/, ''));
      if (!target || (!call.ioSpecification && !target.ioSpecification)) continue;
      const fix = sameData(call, target);
      for (const side of sides) {
        const { list, word } = side;
        const own: readonly Data[] = call.ioSpecification?.[list] ?? [];
        const wanted: readonly Data[] = target.ioSpecification?.[list] ?? [];
        if (own.length !== wanted.length)
          report(
            call,
            `${The(call)} has ${count(own.length, word)}, ${the(target)} that it calls ${wanted.length}. Give it the same.`,
            { fix },
          );
        else {
          const odd = own.find(
            (one) =>
              one.itemSubjectRef && !wanted.some((other) => isSameItem(one.itemSubjectRef, other.itemSubjectRef)),
          );
          if (odd)
            report(
              call,
              `${The(odd)} of ${the(call)} has an item that ${the(target)} does not know. Give it one of those there.`,
              { fix },
            );
          else if (own.length > 0 && sizes(call, side) !== sizes(target, side))
            report(
              call,
              `The ${word}s of ${the(call)} are grouped into other sets than those of ${the(target)}. Make the same sets.`,
            );
        }
      }
    }
  },
};

/** How many data each set of a side holds, whatever their order: `2 1`. */
function sizes({ ioSpecification }: CallActivity | CallableElement, { sets, refs }: Side): string {
  const held = (ioSpecification?.[sets] ?? []).map((set: ModelElement) => set.get(refs));
  return held
    .map((data) => (Array.isArray(data) ? data.length : 0))
    .toSorted((one, other) => other - one)
    .join(' ');
}

/** What is there already, by its name or its item, stays; the rest goes, and what is missing comes. */
function sameData(call: CallActivity, target: CallableElement): ModelChange[] {
  const inputSet: NewElement = { type: 'bpmn:InputSet', values: {} };
  const outputSet: NewElement = { type: 'bpmn:OutputSet', values: {} };
  const values = { inputSets: inputSet, outputSets: outputSet };
  const made: NewElement = { type: 'bpmn:InputOutputSpecification', values };
  const { ioSpecification } = call;
  const first: ModelChange[] = ioSpecification
    ? []
    : [{ kind: 'add', parent: call, property: 'ioSpecification', element: made }];
  const changes = sides.flatMap((side) => {
    const set = side.sets === 'inputSets' ? inputSet : outputSet;
    return ofSide(side, target, ioSpecification, { made, set });
  });
  return [...first, ...changes];
}

function ofSide(
  { list, type, sets, refs }: Side,
  target: CallableElement,
  there: InputOutputSpecification | undefined,
  fresh: { readonly made: NewElement; readonly set: NewElement },
): ModelChange[] {
  const open: Data[] = [...(there?.[list] ?? [])];
  const changes: ModelChange[] = [];
  for (const wanted of (target.ioSpecification?.[list] ?? []) as readonly Data[]) {
    const known =
      open.find((one) => isLike(one, wanted)) ?? open.find((one) => nameOf(one) && nameOf(one) === nameOf(wanted));
    if (known) open.splice(open.indexOf(known), 1);
    const { name, itemSubjectRef } = wanted;
    // What is called may itself say another thing than its item definition does.
    const isCollection = is(itemSubjectRef, 'bpmn:ItemDefinition') ? itemSubjectRef.isCollection : wanted.isCollection;
    if (known && itemSubjectRef && !isSameItem(known.itemSubjectRef, itemSubjectRef)) {
      changes.push(set(known, 'itemSubjectRef', itemSubjectRef));
      if (known.isCollection !== isCollection) changes.push(set(known, 'isCollection', isCollection || undefined));
    }
    if (known) continue;
    const values = {
      ...(name !== undefined && { name }),
      ...(itemSubjectRef && { itemSubjectRef }),
      ...(isCollection && { isCollection }),
    };
    const element: NewElement = { type, values };
    const owner = there?.[sets][0] ?? fresh.set;
    changes.push({ kind: 'add', parent: there ?? fresh.made, property: list, element });
    changes.push({ kind: 'list', element: owner, property: refs, value: element });
  }
  return [...changes, ...open.map(remove)];
}

function isLike(one: Data, other: Data): boolean {
  return nameOf(one) === nameOf(other) && (!one.itemSubjectRef || isSameItem(one.itemSubjectRef, other.itemSubjectRef));
}
