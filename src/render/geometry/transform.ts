import { Matrix } from './matrix.ts';

/** The map that the value of a `transform` attribute stands for; the unit map for what SVG does not know. */
export function parseTransform(text: string): Matrix {
  const [, x, y] = /^matrix\(1 0 0 1 (\S+) (\S+)\)$/.exec(text) ?? [];
  // So most elements are moved: as our own matrices are written.
  if (x !== undefined) return Matrix.translation(Number(x), Number(y));
  let matrix = new Matrix();
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
      return new Matrix();
  }
}
