/** One sentence on ids that changed by themselves: engines and scripts may know an element by its id. */
import type { ModelElement } from '../model/index.ts';
import type { Told } from './change.ts';
import type { Comparison, Difference } from './compare.ts';
import { elementIn, idOf, isConnection, isItem } from './items.ts';
import { areOnlyIds } from './tell-file.ts';
import { listed, quoted, short, the, titleOf } from './words.ts';

/** Where a line begins and ends. */
const ENDS: ReadonlySet<string> = new Set(['sourceRef', 'targetRef']);

/** Ids that are made from a label, from the ends of a flow or by counting change with these and are not told. */
export function tellIds(comparison: Comparison): Told[] {
  const { differences } = comparison;
  const ids = differences.filter(({ what }) => what === 'id');
  const named = new Set(differences.filter(({ name }) => name === 'name').map(({ after }) => after));
  const led = new Set(differences.filter(({ name }) => ENDS.has(name)).map(({ after }) => after));
  // The definition of a plan item is made with it, and what is behind a data object.
  const made = new Set(
    ids.flatMap(({ after }) => ['definitionRef', 'dataObjectRef'].map((one) => elementIn(after, one))),
  );
  const isFollowing = ({ after }: Difference) => named.has(after) || made.has(after) || led.has(after);
  const items = ids.filter(({ after }) => isItem(after) && after.$parent !== undefined);
  const own = items.filter((difference) => isKnownById(difference.after) && !isFollowing(difference));
  // Where nothing else has changed, no id has followed anything.
  const told = own.length === 0 && areOnlyIds(comparison) ? items : own;
  const [first, ...more] = told;
  if (!first) return [];
  const [from, to] = [idOf(first.before), idOf(first.after)];
  const word = (id: string) => (id === '' ? 'none' : quoted(id));
  const words = told.map(({ before, after }) => `${short(after)} from ${word(idOf(before))} to ${word(idOf(after))}`);
  const sentence =
    more.length === 0
      ? `Id of ${the(first.after)} changed from ${word(from)} to ${word(to)}.`
      : `Ids of ${told.length} elements changed: ${listed(words, 3)}.`;
  return [
    {
      kind: 'id',
      sentence,
      from: told.map(({ before }) => idOf(before)).join(', '),
      to: told.map(({ after }) => idOf(after)).join(', '),
      before: told.map(({ before }) => before),
      after: told.map(({ after }) => after),
    },
  ];
}

/** What people and programs call by its id: not a line, a part or what has no name. */
function isKnownById(element: ModelElement): boolean {
  return isItem(element) && !isConnection(element) && titleOf(element) !== '';
}
