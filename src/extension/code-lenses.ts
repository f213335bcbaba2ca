import { type CodeLens, Location, Position, Range, Uri } from 'vscode';
import type { Middleware, Location as PlainLocation, Position as PlainPosition } from 'vscode-languageclient/node';

/** VS Code's own command wants objects of VS Code, and the server sends what LSP has. */
export const codeLenses: Middleware = {
  async provideCodeLenses(document, token, next) {
    const lenses = await next(document, token);
    for (const lens of lenses ?? []) convert(lens);
    return lenses;
  },
};

function convert({ command }: CodeLens): void {
  if (command?.command !== 'editor.action.showReferences') return;
  const [uri, position, locations] = command.arguments as [string, PlainPosition, PlainLocation[]];
  command.arguments = [
    Uri.parse(uri),
    positionOf(position),
    locations.map(
      (one) => new Location(Uri.parse(one.uri), new Range(positionOf(one.range.start), positionOf(one.range.end))),
    ),
  ];
}

function positionOf({ line, character }: PlainPosition): Position {
  return new Position(line, character);
}
