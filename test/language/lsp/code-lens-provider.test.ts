import { expect, test } from 'vitest';
import type { Location, Position } from 'vscode-languageserver';
import { fixturesOf, openFixture } from './fixtures.ts';
import { showLocation, showRange } from './shown.ts';

/** `NAME.expected`: where each lens stands, its title, and the places that a click shows. */
test.each(fixturesOf('lenses').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
  const open = await openFixture(fixture);
  const lenses = await open.services.Procedo.lsp.CodeLensProvider?.provideCodeLens(open.document, open.params);
  const shown = (lenses ?? []).flatMap(({ range, command }) => {
    if (!command) return [];
    const [uri, position, locations] = command.arguments as [string, Position, Location[]];
    expect(command.command).toBe('editor.action.showReferences');
    expect({ uri, position }).toEqual({ uri: open.document.uri.toString(), position: range.start });
    return [
      `${showRange(open.document, range)}: ${command.title}`,
      ...locations.map((one) => `  ${showLocation(open, one.uri, one.range)}`),
    ];
  });
  expect(shown.join('\n')).toBe(fixture.expected);
});
