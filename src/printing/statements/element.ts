/** The line of any element: documentation, words, and what more it says. */
import { idFromLabel } from '../../language/index.ts';
import {
  type BaseElement,
  type Cmmn,
  type Documentation,
  is,
  type ModelElement,
  ownPropertyOf,
} from '../../model/index.ts';
import { type DetailWriter, detailsOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { documentationText, stringText } from '../literals.ts';
import type { Detail, Name, Statement, Word } from '../tree.ts';

/** What the words of a line have said of their element, gathered while they are made. */
export class Line {
  readonly words: Word[] = [];
  readonly said = new Set<string>();
  /** Details of parts that the words have made. */
  readonly parts: Detail[] = [];

  add(...words: (Word | undefined)[]): void {
    for (const word of words) if (word !== undefined && word !== '') this.words.push(word);
  }

  say(...properties: string[]): void {
    for (const property of properties) this.said.add(property);
  }
}

/** Where a line has the id of its element; what it is derived from where it is not written. */
export function nameWord(element: ModelElement, kind: string, more: Partial<Name> = {}): Word {
  const label = nameOf(element);
  return { name: { element, base: (label && idFromLabel(label)) ?? kind, ...more } };
}

/** The name of an element, if it is one to a reader. */
export function nameOf(element: ModelElement): string | undefined {
  const name = ownPropertyOf(element, 'name');
  return typeof name === 'string' && name !== '' ? name : undefined;
}

export function labelWord(element: ModelElement): string | undefined {
  const name = nameOf(element);
  return name === undefined ? undefined : stringText(name);
}

/** The statement of an element, of its line and what that has not said. */
export function statementOf(
  context: DetailWriter,
  element: ModelElement,
  line: Line,
  more: Partial<Statement> = {},
): Statement {
  line.say('name');
  const documentation = documentationOf(element);
  if (documentation !== undefined) line.say('documentation');
  const details = [...line.parts, ...detailsOf(element, line.said, context)];
  const extensions = extensionsOf(element, context.prefixes);
  return {
    ...(documentation !== undefined && { documentation }),
    words: line.words,
    ...(details.length > 0 && { details }),
    ...(extensions.length > 0 && { extensions }),
    ...more,
  };
}

/** The documentation before the line, where that says all there is. */
export function documentationOf(element: ModelElement): string | undefined {
  if (!is(element, 'bpmn:BaseElement') && !is(element, 'cmmn:CMMNElement')) return undefined;
  const { documentation }: BaseElement | Cmmn.CMMNElement = element;
  const [only, ...others] = documentation;
  if (!only || others.length > 0 || !hasTextAlone(only)) return undefined;
  return documentationText(only.text ?? '');
}

function hasTextAlone(documentation: Documentation | Cmmn.Documentation): boolean {
  const more = ['id', 'textFormat', 'extensionElements', 'documentation'];
  return more.every((name) => ownPropertyOf(documentation, name) === undefined);
}
