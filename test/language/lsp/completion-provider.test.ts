import { describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import type { Place } from '../../../src/language/construct.ts';
import { constructs } from '../../../src/language/constructs.ts';
import { caseSample, fixturesOf, fixtureText, type OpenFixture, openFixture, processSample } from './fixtures.ts';

async function complete({ services, document, params }: OpenFixture): Promise<CompletionList> {
  const list = await services.Procedo.lsp.CompletionProvider?.getCompletion(document, params);
  if (!list) throw new Error('There is no completion.');
  return list;
}

function show({ label, labelDetails }: CompletionItem): string {
  return labelDetails?.description ? `${label} — ${labelDetails.description}` : label;
}

/** `NAME.expected`: the first proposals, one a line, `id — label`; a last line `.` says that there are no more. */
describe('proposals at the caret', () => {
  test.each(fixturesOf('completion').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    const { items } = await complete(await openFixture(fixture));
    const expected = fixture.expected.split('\n');
    const shown = [...items.map(show), '.'];
    expect(shown.slice(0, expected.length)).toEqual(expected);
  });
});

describe('snippets', () => {
  const around: Readonly<Record<Place, (text: string) => string>> = {
    head: (text) => text,
    root: (text) => `message first\n${text}`,
    process: (text) => `process p {\n${text}\n}`,
    flow: (text) => `process p {\nparallel {\nbranch {\n${text}\n}\n}\n}`,
    adhoc: (text) => `process p {\nadhoc a {\n${text}\n}\n}`,
    choice: (text) => `process p {\nxor q {\n${text}\n}\n}`,
    parallel: (text) => `process p {\nparallel {\n${text}\n}\n}`,
    race: (text) => `process p {\nrace {\n${text}\n}\n}`,
    collaboration: (text) => `collaboration c {\n${text}\n}`,
    case: (text) => `case c {\n${text}\n}`,
    stage: (text) => `case c {\nstage s {\n${text}\n}\n}`,
    table: (text) => `case c {\nhuman h {\n${text}\n}\n}`,
    files: (text) => `case c {\nfile f {\n${text}\n}\n}`,
    scenario: (text) => `process p {\nstart\n}\nscenario s for p {\n${text}\n}`,
    lane: (text) => `process p {\nlane outer {\n${text}\n}\n}`,
  };
  const cases = constructs.flatMap(({ keyword, snippet, places }) =>
    snippet ? Object.keys(places ?? {}).map((place) => [keyword, place as Place, snippet] as const) : [],
  );

  test.each(cases)('of %s parses in %s', async (_, place, snippet) => {
    const { document } = await openFixture(fixtureText(around[place](expand(snippet))));
    expect(document.parseResult.parserErrors.map(({ message }) => message)).toEqual([]);
    expect(document.parseResult.lexerErrors).toEqual([]);
  });

  test.each([
    ['no', 'yes', 'yes'],
    ['yes', 'no', 'no'],
    ['large', 'yes', 'no'],
  ])('of branches behind one called "%s" do not repeat its label', async (label, when, otherwise) => {
    const branch = `when "${label}" \`amount > 5\``;
    const { items } = await complete(
      await openFixture(fixtureText(`process p {\n  xor "OK?" {\n    ${branch}\n    <|>\n  }\n}`)),
    );
    const labelOf = (word: string) =>
      /"\$\{1:(\w+)\}"/.exec(items.find((item) => item.label === word)?.insertText ?? '')?.[1];
    expect([labelOf('when'), labelOf('otherwise')]).toEqual([when, otherwise]);
  });

  test('are left out where something stands behind the caret', async () => {
    const { items } = await complete(await openFixture(fixtureText('process p {\n  us<|> "Check"\n}')));
    expect(items.find(({ label }) => label === 'user')?.insertTextFormat).toBeUndefined();
  });
});

/** A snippet with its defaults taken: `${1:text}` and `${1|a,b|}` give their first text, `$0` nothing. */
function expand(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}

describe('edits', () => {
  test('a reserved word as an id is inserted in quotes', async () => {
    const text = 'process p {\n  task \'message\' "Message"\n  -> mes<|>\n}';
    const { items } = await complete(await openFixture(fixtureText(text)));
    expect(items.map(({ textEdit }) => textEdit?.newText)).toEqual(["'message'"]);
  });

  test('what is typed of a label is replaced by the id', async () => {
    const text = 'process p {\n  task "Score the customer"\n  -> cust<|>\n}';
    const { items, ...rest } = await complete(await openFixture(fixtureText(text)));
    expect(rest.isIncomplete).toBe(true);
    const range = { start: { line: 2, character: 5 }, end: { line: 2, character: 9 } };
    expect(items[0]?.textEdit).toEqual({ newText: 'scoreTheCustomer', range });
    expect(items[0]?.filterText).toBe('scoreTheCustomer Score the customer');
  });

  test('of many targets the nearest are offered, and any other once it is typed', async () => {
    const steps = Array.from({ length: 500 }, (_, index) => `  task t${index} "Task ${index}"`);
    const at = async (typed: string): Promise<string[]> => {
      const text = [...steps.slice(0, 250), `  -> ${typed}<|>`, ...steps.slice(250)].join('\n');
      const { items } = await complete(await openFixture(fixtureText(`process p {\n${text}\n}`)));
      return items.map(({ label }) => label);
    };
    const all = await at('');
    expect(all.slice(0, 3)).toEqual(['t250', 't251', 't252']);
    expect(all).toHaveLength(200);
    expect(await at('t499')).toEqual(['t499']);
  });

  test('a blank opens the list only where an operand is due', async () => {
    const at = async (text: string): Promise<number> => {
      const { services, document, params } = await openFixture(fixtureText(text));
      const context = { triggerKind: 2, triggerCharacter: ' ' } as const;
      const list = await services.Procedo.lsp.CompletionProvider?.getCompletion(document, { ...params, context });
      return list?.items.length ?? 0;
    };
    expect(await at('process p {\n  task "A"\n  -> <|>\n}')).toBeGreaterThan(0);
    expect(await at('process p {\n  task "A" <|>\n}')).toBe(0);
    expect(await at('case c {\n  human a\n  human b enter when <|>\n}')).toBeGreaterThan(0);
    expect(await at('case c {\n  human a\n  human b enter when a <|>\n}')).toBeGreaterThan(0);
    expect(await at('case c {\n  human a <|>\n}')).toBe(0);
  });
});

test.each([
  ['a process', processSample],
  ['a case', caseSample],
])('every prefix of %s, cut at each word, is answered', async (_, sample) => {
  const ends = [...sample.matchAll(/\S+\s*/g)].map(({ index, 0: word }) => index + word.length);
  let proposed = 0;
  for (const end of ends.filter((_, index) => index % 3 === 0)) {
    const list = await complete(await openFixture(fixtureText(`${sample.slice(0, end)}<|>`)));
    proposed += list.items.length;
  }
  expect(proposed).toBeGreaterThan(ends.length);
});
