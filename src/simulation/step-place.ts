import type { Position } from '../base/range.ts';

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/**
 * Where a step of a scenario in JSON begins; the beginning of the text, if it has no such step.
 * @param text well-formed JSON
 * @param step from 0
 */
export function placeOfStep(text: string, step: number): Position {
  let depth = 0;
  let key: string | undefined;
  /** The number of the step that comes next; undefined outside of the list. */
  let next: number | undefined;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (next !== undefined && depth === 2 && token !== ',' && token !== ']' && next++ === step)
      return positionAt(text, index);
    if (depth === 1 && token === '[' && key === '"steps"') next = 0;
    if (depth === 2 && token === ']') next = undefined;
    if (depth === 1 && token.startsWith('"')) key = token;
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
  }
  return { line: 0, character: 0 };
}

function positionAt(text: string, index: number): Position {
  const lines = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
