import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type AstNode, AstUtils, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import type { Position, WorkspaceEdit } from 'vscode-languageserver';
import { idOf, idsOf } from '../../../src/language/index.ts';
import { declarationOf } from '../../../src/language/lsp/procedo-references.ts';
import { fixturesOf, fixtureText, type OpenFixture, openFixture, processSample } from './fixtures.ts';
import { edited, showRange } from './shown.ts';

/**
 * `NAME.expected`: the new id on the first line; then the text of all files after renaming, or `refused: ` and the message.
 */
test.each(fixturesOf('rename').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const [newName = '', ...rest] = fixture.expected.split('\n');
  const open = await openFixture(fixture);
  expect(await renamed(open, newName)).toBe(rest.join('\n'));
});

async function renamed({ services, document, params }: OpenFixture, newName: string): Promise<string> {
  const provider = services.Procedo.lsp.RenameProvider;
  try {
    provider.prepareRename(document, params);
    const edit = await provider.rename(document, { ...params, newName });
    const documents = Object.entries(edit?.changes ?? {}).map(
      ([uri, edits]) => [services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri)), edits] as const,
    );
    const texts = documents.flatMap(([file, edits]) => (file ? edited(file, edits).trimEnd() : []));
    return texts.join('\n---\n');
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : error}`;
  }
}

describe('a rename begins', () => {
  const cases = [
    ['with the id', 'process p { task che<|>ck "Check it" }', '1:18 check', 'check'],
    ['with what is between the quotes', "process p { task 'sid-1.<|>2' }", '1:19 sid-1.2', 'sid-1.2'],
    ['at a label, with the id that is made of it', 'process p { task "Check<|> it" }', '1:19 Check it', 'checkIt'],
    ['at a reference', 'process p { task "Check it" task b -> check<|>It }', '1:39 checkIt', 'checkIt'],
  ] as const;

  test.each(cases)('%s', async (_, text, place, placeholder) => {
    const { services, document, position } = await openFixture(fixtureText(text));
    const start = services.Procedo.lsp.RenameProvider.start(document, position);
    expect(showRange(document, start.range)).toBe(place);
    expect(start.placeholder).toBe(placeholder);
  });
});

/** All references of a text, as what they name: the place of the element among all that have an id. */
function namedByReferences({ document }: OpenFixture): (number | undefined)[] {
  const order = new Map([...idsOf(document.parseResult.value).idOf.keys()].map((node, index) => [node, index]));
  return AstUtils.streamAst(document.parseResult.value)
    .flatMap((node) => AstUtils.streamReferences(node))
    .map(({ reference }) => order.get((reference as { readonly ref?: AstNode }).ref as AstNode))
    .toArray();
}

function applied({ document }: OpenFixture, edit: WorkspaceEdit | undefined): string {
  return edited(document, edit?.changes?.[document.uri.toString()] ?? []);
}

describe('whatever is renamed, each reference names what it named before', () => {
  const root = new URL('../../../', import.meta.url).pathname;
  const files = globSync(['examples/*.procedo', 'test/fixtures/mapping/{,cases/}*.procedo'], { cwd: root }).sort();
  const texts = [processSample, ...files.map((file) => readFileSync(`${root}${file}`, 'utf8'))];

  test('in examples and fixtures', async () => {
    const whole = fc.tuple(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.constantFrom('renamed', 'message', 'stage', 'x-1.2'),
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(whole, async ([text, which, newName]) => {
        const open = await openFixture(fixtureText(text));
        const elements = [...idsOf(open.document.parseResult.value).idOf.keys()];
        const element = elements[which % Math.max(elements.length, 1)];
        const position = element && startOf(element);
        // What has neither an id nor a label has no place where a rename could begin.
        if (!element || !position || idsOf(element).taken.has(newName)) return;
        const provider = open.services.Procedo.lsp.RenameProvider;
        const before = namedByReferences(open);
        const edit = await provider.rename(open.document, { ...open.params, position, newName });
        const after = await openFixture(fixtureText(applied(open, edit)));
        expect(namedByReferences(after)).toEqual(before);
        const again = [...idsOf(after.document.parseResult.value).idOf.keys()][elements.indexOf(element)];
        expect(again && idOf(again)).toBe(newName);
        count += 1;
      }),
      { numRuns: 120 },
    );
    expect(count).toBeGreaterThan(60);
  });
});

function startOf(element: AstNode): Position | undefined {
  const declaration = 'name' in element || 'label' in element ? declarationOf(element) : undefined;
  return declaration && { ...declaration.range.start, character: declaration.range.start.character + 1 };
}
