import { debug, Location, Position, SourceBreakpoint, type Uri } from 'vscode';

/** The lines of a text, from 0, in which a person has set a break point that is not switched off. */
export function linesWithBreakpoint(uri: Uri): number[] {
  return inText(uri).flatMap(({ enabled, location }) => (enabled ? [location.range.start.line] : []));
}

/** Sets a break point in a line of a text, from 0, or removes all of that line. */
export function setBreakpoint(uri: Uri, line: number, isSet: boolean): void {
  const there = inText(uri).filter(({ location }) => location.range.start.line === line);
  if (!isSet) debug.removeBreakpoints(there);
  else if (!there.some(({ enabled }) => enabled))
    debug.addBreakpoints([new SourceBreakpoint(new Location(uri, new Position(line, 0)))]);
}

function inText(uri: Uri): SourceBreakpoint[] {
  return debug.breakpoints.filter(
    (one): one is SourceBreakpoint => one instanceof SourceBreakpoint && one.location.uri.toString() === uri.toString(),
  );
}
