import { isRecord } from '../base/is-record.ts';

/**
 * Checks of the shape of a value that came from outside (a message of the preview page, an answer of the server).
 * Deliberately small: the messages are flat, and a check that reads like the type it guards is easy to keep in step.
 */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === 'string';

export const flag: Shape = (value) => typeof value === 'boolean';

/** A whole number from 0: sequence numbers, versions, lines, columns. */
export const count: Shape = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** A length or a place in px. */
export const finite: Shape = (value) => typeof value === 'number' && Number.isFinite(value);

/** One of the texts listed. */
export const oneOf =
  (...choices: readonly string[]): Shape =>
  (value) =>
    typeof value === 'string' && choices.includes(value);

export const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);

export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));

export const list =
  (item: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(item);

/** An object whose fields named here have the shapes given; others are let through, so that either side may be newer. */
export const record =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, shape]) => shape(value[name]));

const position = record({ line: count, character: count });

/** A `Range` of src/base/range.ts. */
export const range = record({ start: position, end: position });
