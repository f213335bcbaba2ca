import { debug, SourceBreakpoint, type Uri } from 'vscode';

/** The lines of a text, from 0, in which a person has set a break point that is not switched off. */
export function linesWithBreakpoint(uri: Uri): number[] {
  return debug.breakpoints.flatMap((one) => {
    const isHere = one instanceof SourceBreakpoint && one.enabled && one.location.uri.toString() === uri.toString();
    return isHere ? [one.location.range.start.line] : [];
  });
}
