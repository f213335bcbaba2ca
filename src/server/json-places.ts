import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../base/range.ts';

/** Where the parts of a scenario in JSON stand. */
export interface JsonPlaces {
  /** The value of `name`; the first character where there is none. */
  readonly name: Range;
  readonly steps: readonly Range[];
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Finds them in a text that can be parsed. */
export function jsonPlaces(text: string): JsonPlaces {
  const document = TextDocument.create('', 'json', 0, text);
  const rangeOf = (start: number, end: number) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  let name = rangeOf(0, 0);
  const steps: Range[] = [];
  let [depth, key, last, begun] = [0, '', '', 0];
  for (const { 0: word, index } of text.matchAll(token)) {
    if (word === ':' && depth === 1) key = last;
    else if (depth === 1 && key === '"name"' && word.startsWith('"') && last === ':')
      name = rangeOf(index, index + word.length);
    else if (word === '{' || word === '[') {
      depth++;
      if (depth === 3 && key === '"steps"') begun = index;
    } else if (word === '}' || word === ']') {
      if (depth === 3 && key === '"steps"') steps.push(rangeOf(begun, index + 1));
      depth--;
    }
    last = word;
  }
  return { name, steps };
}
