import { readFileSync } from 'node:fs';

/** A row of a coverage page with the text that says it. */
export interface CoverageCase {
  /** The row to the letter: `| element | syntax | example |`. */
  readonly row: string;
  readonly element: string;
  /** The code of the example, a piece for each stretch without `…`. */
  readonly pieces: readonly string[];
  /** A whole file; undefined where the layout file says it. */
  readonly text: string | undefined;
  /** What must stand in the exported XML, without the prefix `bpmn:`. */
  readonly expected: readonly string[];
}

const ROW = /^\| (?!element \|)(.+) \|$/;

/** The rows of the tables of a page, from one heading to another. */
export function rowsOf(page: string, from: RegExp, to: RegExp): string[] {
  const start = page.search(from);
  const rest = page.slice(start);
  const section = rest.slice(0, Math.max(rest.search(to), 0) || undefined);
  return section.split('\n').filter((line) => ROW.test(line) && !line.startsWith('|---'));
}

/** The cases of a page in test/fixtures/language/coverage. */
export function coverageCases(path: URL): CoverageCase[] {
  const parts = readFileSync(path, 'utf8').split(/^(?=\| )/m);
  return parts.filter((part) => part.startsWith('| ')).map(caseOf);
}

function caseOf(part: string): CoverageCase {
  const [row = ''] = part.split('\n');
  const cells = row.slice(2, -2).split(' | ');
  const block = /^(`{3,})procedo\n(.*?)^\1$/ms.exec(part);
  const list = part.slice((block?.index ?? 0) + (block?.[0].length ?? 0));
  return {
    row,
    element: cells[0] ?? '',
    pieces: codeIn(cells.at(-1) ?? '').flatMap((code) => code.split('…').map(squeeze).filter(Boolean)),
    text: block?.[2],
    expected: [...list.matchAll(/^- `(.*)`$/gm)].map(([, xml = '']) => xml),
  };
}

/** The stretches of code in a line of Markdown: between runs of as many backticks. */
function codeIn(markdown: string): string[] {
  return [...markdown.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)].map(([, , code = '']) => code.trim());
}

/** Text with single blanks, so that lines and indentation make no difference. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** XML as the pages write it: one blank between tags, no prefix for BPMN. */
export function plainXml(xml: string): string {
  return squeeze(xml).replace(/(<\/?|")bpmn:/g, '$1');
}
