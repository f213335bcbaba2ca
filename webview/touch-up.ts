import type { Differences, ValueEdit } from './differences.ts';
import type { DrawingViewer, Drawn } from './drawing-services.ts';
import type { DrawnObject, ModdleObject } from './moddle.ts';
import type { Movement } from './movement.ts';
import type { Notation } from './notation.ts';
import { labelBefore, Retouching } from './retouching.ts';

/** The elements of the model on the screen by id; ids that are renamed are renamed in it. */
export type ElementsById = Record<string, ModdleObject>;

/** A value of the model on the screen that is to change. */
interface Change {
  readonly object: object;
  readonly attribute: string;
  readonly value: string | number;
  /** What shows it. */
  readonly drawn: readonly Drawn[];
}

/**
 * How to change the picture and the model behind it by these differences, without reading the model anew: names, places,
 * sizes and ids of what is drawn are what changes at most keystrokes. Undefined where they are not what they seem: each
 * value before must be what the model holds. The change, when it is made, returns what has moved.
 */
export function touchUp(
  viewer: DrawingViewer,
  notation: Notation,
  { values, renames }: Differences,
  elements: ElementsById,
): (() => readonly Movement[]) | undefined {
  const changes = values.map((edit) => resolved(edit, elements[edit.id], notation));
  const isFree = (id: string) => !elements[id] && !viewer.get('elementRegistry').get(id);
  if (![...renames].every(([before, after]) => elements[before]?.id === before && isFree(after))) {
    return undefined;
  }
  return changes.every((change) => change !== undefined)
    ? () => {
        const moved = make(changes, viewer, notation);
        rename(renames, elements, viewer);
        return moved;
      }
    : undefined;
}

function make(changes: readonly Change[], viewer: DrawingViewer, notation: Notation): readonly Movement[] {
  const touched = changes.flatMap(({ drawn }) => drawn);
  const before = new Map(touched.map((drawn) => [drawn, labelBefore(drawn, notation)]));
  for (const { object, attribute, value } of changes) {
    Reflect.set(object, attribute, value);
  }
  const renamed = new Set(changes.filter(({ attribute }) => attribute === 'name').flatMap(({ drawn }) => drawn));
  const retouching = new Retouching(viewer, notation);
  for (const [drawn, label] of before) {
    // A plane shows the name of its process nowhere.
    if (drawn.parent) {
      retouching.retouch(drawn, label, !renamed.has(drawn));
    }
  }
  return retouching.finish();
}

/** References are to the elements themselves: only they and what is drawn of them must hear of it. */
function rename(renames: Differences['renames'], elements: ElementsById, viewer: DrawingViewer): void {
  const registry = viewer.get('elementRegistry');
  for (const [before, after] of renames) {
    const element = elements[before];
    if (!element) {
      continue;
    }
    for (const suffix of ['', '_label', '_plane']) {
      const drawn = registry.get(before + suffix);
      if (drawn?.businessObject === element) {
        registry.updateId(drawn, after + suffix);
      }
    }
    Reflect.set(element, 'id', after);
    delete elements[before];
    elements[after] = element;
  }
}

function resolved(edit: ValueEdit, owner: ModdleObject | undefined, notation: Notation): Change | undefined {
  const object = owner && objectOf(edit, owner);
  const drawn = owner && notation.touched(owner, edit.part);
  const isName = edit.attribute === 'name';
  const [before, value] = isName ? [edit.before, edit.after] : [Number(edit.before), Number(edit.after)];
  const isKnown = isName === (edit.part === 'element') && !Number.isNaN(value);
  const isSo = object && isKnown && Reflect.get(object, edit.attribute) === before;
  return isSo && drawn ? { object, attribute: edit.attribute, value, drawn } : undefined;
}

/** The object of the model that has the value. */
function objectOf({ part }: ValueEdit, owner: DrawnObject): object | undefined {
  switch (part) {
    case 'element':
      return owner;
    case 'bounds':
      return owner.bounds;
    case 'label':
      return owner.label?.bounds;
    default:
      return owner.waypoint?.[part];
  }
}
