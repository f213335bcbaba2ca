/** A document as a text of Mermaid's, loaded where somebody asks for one. */
import type { Outcome, Problem } from '../base/problem.ts';
import type { Range } from '../base/range.ts';
import { writeMermaid } from '../mermaid/index.ts';
import type { ModelElement } from '../model/index.ts';
import { isWhole, type SourceDocument } from './source-document.ts';

/**
 * The processes of a document as a diagram of Mermaid's `bpmn-beta`, and a warning for each kind of fact that it does not say.
 * Undefined: it has errors, or nothing but cases, which Mermaid does not draw.
 */
export function mermaidOf(document: SourceDocument): Outcome<string | undefined> {
  if (!isWhole(document)) return { value: undefined, problems: document.kind === 'cmmn' ? [onlyCases] : [] };
  const { cases, definitions } = document;
  if (cases && definitions.rootElements.length === 0) return { value: undefined, problems: [onlyCases] };
  const { text, unsaid } = writeMermaid(definitions);
  const problems = unsaid.map(({ kind: what, elements }) => problemOf(document, what, elements));
  return { value: text, problems: cases ? [...problems, casesLeft] : problems };
}

const onlyCases: Problem = {
  severity: 'error',
  code: 'nothing-to-export',
  message: 'Mermaid draws processes, and there are only cases here: write them with --cmmn.',
};

const casesLeft: Problem = {
  severity: 'warning',
  code: 'not-in-mermaid',
  message: 'Mermaid has no words for cases: the text holds the processes alone.',
};

/** Of more, only how many. */
const MOST_NAMED = 5;

function problemOf({ sourceMap }: SourceDocument, what: string, elements: readonly ModelElement[]): Problem {
  const names = [...new Set(elements.map(titleOf))];
  const others = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).join(', ') + (others > 0 ? ` and ${others} more` : '');
  const range = elements.map((element) => rangeOf(element, sourceMap)).find((one) => one !== undefined);
  const message = `Mermaid's text does not say: ${what}, ${elements.length} (${named}).`;
  return { severity: 'warning', code: 'not-in-mermaid', message, ...(range && { range }) };
}

/** Where an element stands, or what it is a part of. */
function rangeOf(element: ModelElement, sourceMap: SourceDocument['sourceMap']): Range | undefined {
  for (let around: ModelElement | undefined = element; around; around = around.$parent) {
    const id = around.get('id');
    const range = typeof id === 'string' ? sourceMap?.rangeOf(id) : undefined;
    if (range) return range;
  }
  return undefined;
}

/** What a reader knows an element by: its name, that of what it stands in, or its id. */
function titleOf(element: ModelElement): string {
  for (let around: ModelElement | undefined = element; around; around = around.$parent) {
    const name = around.get('name');
    if (typeof name === 'string' && name.trim() !== '') return `"${name.trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
    const id = around.get('id');
    if (typeof id === 'string' && around === element) return id;
  }
  return element.$type.slice(element.$type.indexOf(':') + 1);
}
