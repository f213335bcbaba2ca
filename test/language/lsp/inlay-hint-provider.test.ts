import { expect, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver';
import { fixturesOf, fixtureText, type OpenFixture, openFixture } from './fixtures.ts';
import { showLocation } from './shown.ts';

async function hintsIn({ services, document, params }: OpenFixture): Promise<InlayHint[]> {
  const range = { start: { line: 0, character: 0 }, end: document.textDocument.positionAt(Number.POSITIVE_INFINITY) };
  return (await services.Procedo.lsp.InlayHintProvider?.getInlayHints(document, { ...params, range })) ?? [];
}

/** The text of a hint. */
function said({ label }: InlayHint): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}

/** `NAME.expected`: each hint with its place and where its parts lead; empty where there is none. */
test.each(fixturesOf('hints').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const open = await openFixture(fixture);
  const shown = (await hintsIn(open)).flatMap((hint) => {
    const { line, character } = hint.position;
    const parts = typeof hint.label === 'string' ? [] : hint.label;
    const places = parts.flatMap(({ location }) =>
      location ? [showLocation(open, location.uri, location.range)] : [],
    );
    return [`${line + 1}:${character + 1} ${said(hint)}`, ...places.map((place) => `  ${place}`)];
  });
  expect(shown.join('\n')).toBe(fixture.expected);
});

test('only what is in sight is told', async () => {
  const open = await openFixture(fixtureText('process p {\n  task a\n  task b\n  task c -> a\n}'));
  const provider = open.services.Procedo.lsp.InlayHintProvider;
  const range = { start: { line: 2, character: 0 }, end: { line: 4, character: 0 } };
  expect(await provider?.getInlayHints(open.document, { ...open.params, range })).toEqual([]);
  expect((await hintsIn(open)).map(said)).toEqual(['← from c']);
});

test('the brace of a long block says what it ends', async () => {
  const steps = Array.from({ length: 40 }, (_, index) => `    task t${index}`).join('\n');
  const text = `process p "Loan" {\n  xor ok "OK?" {\n    when "no" {\n${steps}\n    }\n    otherwise\n  }\n}`;
  expect((await hintsIn(await openFixture(fixtureText(text)))).map(said)).toEqual(['when "no"', 'xor ok', 'process p']);
  const items = Array.from({ length: 40 }, (_, index) => `    human t${index}`).join('\n');
  const plan = `case claim "Claim" {\n  stage assess "Assess"\n    enter if \`ready\`\n  {\n${items}\n  }\n}`;
  expect((await hintsIn(await openFixture(fixtureText(plan)))).map(said)).toEqual(['stage assess', 'case claim']);
});
