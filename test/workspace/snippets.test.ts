/** What completion writes into an empty file or a process is complete: no rule asks at once for the names of its events. */
import { expect, test } from 'vitest';
import { constructs } from '../../src/language/constructs.ts';
import { ruleNamed } from '../../src/lint/index.ts';
import { noFiles, open } from '../../src/workspace/index.ts';
import { lintDocument } from '../../src/workspace/lint-document.ts';

const names = ['label-required', 'event-name-with-trigger'].flatMap(ruleNamed);
const active = names.map((rule) => ({ rule, severity: rule.severity, options: {} }));

const around = {
  root: (text: string) => text,
  process: (text: string) => `process p "P" {\n  start\n  user "Do it"\n${text}\n  end "Done"\n}`,
};

/** Those with a block of their own, which they fill; a word such as `end` is gone on with. */
const snippets = constructs.flatMap(({ keyword, snippet = '', places = {} }) =>
  Object.entries(around).flatMap(([place, textAround]) =>
    place in places && snippet.includes('{\n') ? [[keyword, place, textAround(expand(snippet))] as const] : [],
  ),
);

/** A snippet with its defaults taken. */
function expand(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}

test.each(snippets)('of %s in %s', async (_keyword, _place, text) => {
  const document = await open('snippet.procedo', new TextEncoder().encode(text), noFiles);
  expect(lintDocument(document, active).map(({ message }) => message)).toEqual([]);
});
