/** What a drawing of cases shows. */
import { type CaseDrawing, contains } from './case-drawing.ts';
import { crossingsOf } from './case-quality.ts';

/** Facts that a fixture's author can check by eye; ids are those of the model. */
export interface CaseFacts {
  readonly leftToRight?: readonly (readonly string[])[];
  readonly topToBottom?: readonly (readonly string[])[];
  /** Each list: shapes whose middles have one height. */
  readonly level?: readonly (readonly string[])[];
  readonly inside?: Readonly<Record<string, readonly string[]>>;
  /** The side of its host that a criterion sits on. */
  readonly sides?: Readonly<Record<string, string | undefined>>;
  /** Bends of a line, by its on-part or association, or `source_target`. */
  readonly bends?: Readonly<Record<string, number>>;
  readonly collapsed?: readonly string[];
  /** Width and height in px: `100x80`. */
  readonly sizes?: Readonly<Record<string, string>>;
  readonly crossings?: number;
}

/** The facts of a drawing that `wanted` asks for, to be compared with it. */
export function factsOf(drawing: CaseDrawing, wanted: CaseFacts): CaseFacts {
  const sideOf = (id: string) =>
    drawing.shapes.filter((shape) => shape.id === id).map((shape) => drawing.sideOf(shape))[0];
  const middle = (id: string) => drawing.box(id).y + drawing.box(id).height / 2;
  const sorted = (by: (id: string) => number) => (ids: readonly string[]) => [...ids].sort((a, b) => by(a) - by(b));
  return {
    ...(wanted.leftToRight && { leftToRight: wanted.leftToRight.map(sorted((id) => drawing.box(id).x)) }),
    ...(wanted.topToBottom && { topToBottom: wanted.topToBottom.map(sorted((id) => drawing.box(id).y)) }),
    ...(wanted.level && {
      level: wanted.level.map((ids) => ids.filter((id) => middle(id) === middle(ids[0] ?? ''))),
    }),
    ...(wanted.inside && {
      inside: Object.fromEntries(
        Object.entries(wanted.inside).map(([outer, ids]) => [
          outer,
          ids.filter((id) => contains(drawing.box(outer), drawing.box(id))),
        ]),
      ),
    }),
    ...(wanted.sides && {
      sides: Object.fromEntries(Object.keys(wanted.sides).map((id) => [id, sideOf(id)])),
    }),
    ...(wanted.bends && {
      bends: Object.fromEntries(
        Object.keys(wanted.bends).map((id) => [
          id,
          (drawing.edges.find((edge) => edge.id === id)?.points.length ?? 0) - 2,
        ]),
      ),
    }),
    ...(wanted.collapsed && {
      collapsed: drawing.shapes.filter(({ isCollapsed }) => isCollapsed).map(({ id }) => id),
    }),
    ...(wanted.sizes && {
      sizes: Object.fromEntries(
        Object.keys(wanted.sizes).map((id) => [id, `${drawing.box(id).width}x${drawing.box(id).height}`]),
      ),
    }),
    ...(wanted.crossings !== undefined && { crossings: crossingsOf(drawing) }),
  };
}
