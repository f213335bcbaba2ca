import { Matrix } from './matrix.ts';

/** The map that a `transform` attribute stands for, which is set as a map or as a text. */
export function matrixOf(value: string | number | Matrix): Matrix {
  return value instanceof Matrix ? value : parseTransform(String(value));
}

/** The map that such a text stands for; the unit map for what SVG does not know. */
export function parseTransform(text: string): Matrix {
  let matrix = Matrix.unit;
  for (const [, name = '', list = ''] of text.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const numbers = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    matrix = matrix.multiply(transformFunction(name, numbers));
  }
  return matrix;
}

function transformFunction(name: string, [first = 0, ...rest]: readonly number[]): Matrix {
  switch (name) {
    case 'matrix':
      return new Matrix(first, ...rest);
    case 'translate':
      return Matrix.translation(first, rest[0] ?? 0);
    case 'scale':
      return Matrix.scaling(first, rest[0] ?? first);
    case 'rotate':
      return Matrix.rotation(first, rest[0], rest[1]);
    default:
      return Matrix.unit;
  }
}
