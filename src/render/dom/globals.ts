import { Matrix } from '../geometry/matrix.ts';
import type { DrawingDocument } from './document.ts';

/**
 * Runs `draw` with the globals of a browser that bpmn-js reaches for while it draws: `document`, to make nodes, and
 * `SVGMatrix`, to tell a matrix from a transform. This is the one place that sets them. Drawing is synchronous, so no
 * other code ever sees them, and a real document (in a web page) is back afterwards.
 */
export function withDrawingGlobals<Result>(document: DrawingDocument, draw: () => Result): Result {
  const restore = replaceGlobals({ document, SVGMatrix: Matrix });
  try {
    return draw();
  } finally {
    restore();
  }
}

/** Replaces globals and returns what brings the former ones back. */
function replaceGlobals(values: Record<string, unknown>): () => void {
  const former = Object.keys(values).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of former) {
      Reflect.deleteProperty(globalThis, name);
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    }
  };
}
