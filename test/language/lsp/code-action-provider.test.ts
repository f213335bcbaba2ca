import { globSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { LangiumDocument } from 'langium';
import { describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver';
import { fixers, withoutFix } from '../../../src/language/lsp/fixes/fixers.ts';
import { type Fixture, fixturesOf, fixtureText, type OpenFixture, openFixture, processSample } from './fixtures.ts';
import { edited } from './shown.ts';

const folder = new URL('../../fixtures/language/lsp/fixes/', import.meta.url);
const problemTexts = new URL('../../fixtures/language/problems/', import.meta.url);

/** What is offered at a place, as an editor asks: with the problems that it shows there. */
async function actionsAt({ services, document, params }: OpenFixture, range: Range): Promise<CodeAction[]> {
  const context = { diagnostics: document.diagnostics as Diagnostic[] };
  const actions = await services.Procedo.lsp.CodeActionProvider?.getCodeActions(document, {
    ...params,
    range,
    context,
  });
  return (actions ?? []) as CodeAction[];
}

function filesOf({ services }: OpenFixture): LangiumDocument[] {
  return services.shared.workspace.LangiumDocuments.all.toArray();
}

/** The texts of all files after an action, as a fixture has them. */
function after(open: OpenFixture, { edit }: CodeAction): string {
  const edits = (document: LangiumDocument): TextEdit[] => edit?.changes?.[document.uri.toString()] ?? [];
  const [first = '', ...rest] = filesOf(open).map((document) => edited(document, edits(document)));
  const names = filesOf(open).map((document) => document.uri.path.slice(1));
  return [first, ...rest.map((text, index) => `--- ${names[index + 1]}\n${text}`)].join('');
}

function codesIn(open: OpenFixture): string[] {
  return filesOf(open).flatMap(({ diagnostics }) => (diagnostics ?? []).map(({ code }) => String(code)));
}

function show(open: OpenFixture, action: CodeAction): string {
  const resolves = action.diagnostics?.map(({ code }) => code).join() ?? 'nothing';
  const preferred = action.isPreferred ? ', preferred' : '';
  return `# ${action.title} (${action.kind} of ${resolves}${preferred})\n${after(open, action)}`;
}

/** `NAME.expected`: each action at the caret: its title, what it resolves, and the text that it leaves. */
describe('actions at the caret', () => {
  test.each(fixturesOf('fixes').map((fixture) => [fixture.name, fixture] as const))('%s', async (name, fixture) => {
    const open = await openFixture(fixture);
    const actions = await actionsAt(open, { start: open.position, end: open.position });
    const shown = actions.map((action) => show(open, action)).join('');
    await expect(shown).toMatchFileSnapshot(new URL(`${name}.expected`, folder).pathname);
    expect(actions.length > 0).toBe(name !== 'nothing');
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    const problems = new Set(preferred.map(({ diagnostics }) => JSON.stringify(diagnostics?.[0])));
    expect(preferred.length).toBe(problems.size);
  });

  test('show each kind of problem that has a fix', async () => {
    const resolved = new Set<string>();
    for (const fixture of fixturesOf('fixes'))
      for (const [, codes = ''] of fixture.expected.matchAll(/^# .* of ([a-z-]+)(?:, preferred)?\)$/gm))
        resolved.add(codes);
    expect(Object.keys(fixers).filter((code) => !resolved.has(code))).toEqual([]);
  });

  test('are decided for each kind of problem: it has a fix in `fixers`, or stands in `withoutFix`', () => {
    const marks = readdirSync(problemTexts).flatMap((file) => [
      ...readFileSync(new URL(file, problemTexts), 'utf8').matchAll(/^\s*\/\/(?:<| *\^+) ([a-z-]+)/gm),
    ]);
    const codes = new Set(marks.map(([, code = '']) => code));
    expect([...codes].filter((code) => !(code in fixers) && !withoutFix.has(code))).toEqual([]);
    expect([...withoutFix].filter((code) => code in fixers)).toEqual([]);
  });

  test('are those that the client asks for', async () => {
    const open = await openFixture(fixtureText('process p {\n  task "Check it" -> chekIt\n}'));
    const range = { start: { line: 1, character: 9 }, end: { line: 1, character: 27 } };
    const kinds = async (...only: string[]): Promise<(string | undefined)[]> => {
      const context = { diagnostics: [], only };
      const provider = open.services.Procedo.lsp.CodeActionProvider;
      const actions = await provider?.getCodeActions(open.document, { ...open.params, range, context });
      return (actions ?? []).map((action) => ('kind' in action ? action.kind : undefined));
    };
    expect(await kinds('quickfix')).toEqual(['quickfix', 'quickfix']);
    expect(await kinds('refactor')).toEqual(['refactor.rewrite']);
    expect(await kinds('source.organizeImports')).toEqual([]);
  });
});

/** Applies each fix of each problem of a text. @returns how many there are, and those after which there are as many such problems as before */
async function tryFixes(fixture: Pick<Fixture, 'files'>): Promise<{ offered: number; idle: string[] }> {
  const open = await openFixture(fixture);
  const before = codesIn(open);
  const wanted = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
  const fixes = (await actionsAt(open, wanted)).filter(({ kind }) => kind === CodeActionKind.QuickFix);
  const texts = fixes.map((fix) => ({ title: fix.title, problem: fix.diagnostics?.[0], text: after(open, fix) }));
  const idle: string[] = [];
  for (const { title, problem, text } of texts) {
    const left = codesIn(await openFixture(fixtureText(text)));
    const count = (codes: string[]): number => codes.filter((code) => code === problem?.code).length;
    const broken = left.filter((code) => /syntax|unclosed|unopened|extra-brace/.test(code)).length;
    const wasBroken = before.filter((code) => /syntax|unclosed|unopened|extra-brace/.test(code)).length;
    if (count(left) >= count(before) || broken > wasBroken)
      idle.push(
        `${title}: ${problem?.code} in line ${(problem?.range.start.line ?? 0) + 1}; left: ${left.filter((code) => !before.includes(code))}`,
      );
  }
  return { offered: texts.length, idle };
}

describe('a fix makes its problem go away', () => {
  const texts = readdirSync(problemTexts).map(
    (file) => [file, readFileSync(new URL(file, problemTexts), 'utf8')] as const,
  );
  test.each(texts)('in %s', async (_, text) => {
    expect((await tryFixes(fixtureText(text))).idle).toEqual([]);
  });

  test.each(fixturesOf('fixes').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    expect((await tryFixes(fixture)).idle).toEqual([]);
  });
});

describe('in damaged texts', () => {
  const root = new URL('../../../', import.meta.url).pathname;
  const files = globSync(['examples/*.procedo', 'test/fixtures/mapping/{,cases/}*.procedo'], { cwd: root }).sort();
  const texts = [processSample, ...files.map((file) => readFileSync(`${root}${file}`, 'utf8'))];
  const damage = fc.tuple(
    fc.constantFrom(...texts),
    fc.nat(),
    fc.nat(40),
    fc.constantFrom('', '{', '}', '"', '`', 'end', 'x ', 'when ', '-> y', ' on error ', ' enter ', ' by '),
  );
  /** Nearly all: what is left of a statement may have the same problem once more. */
  const LEAST = 0.9;

  test('every fix can be applied, and nearly all make their problem go away', async () => {
    let [offered, idle] = [0, 0];
    await fc.assert(
      fc.asyncProperty(damage, async ([text, at, length, put]) => {
        const start = at % text.length;
        const damaged = fixtureText(text.slice(0, start) + put + text.slice(start + length));
        const result = await tryFixes(damaged);
        offered += result.offered;
        idle += result.idle.length;
      }),
      { numRuns: 60 },
    );
    expect(offered).toBeGreaterThan(20);
    expect(1 - idle / offered).toBeGreaterThan(LEAST);
  });
});
