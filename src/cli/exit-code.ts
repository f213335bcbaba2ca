import type { Shell } from './shell.ts';

/** How a command ended: 0 well, 1 with findings, 2 by bad use, an unreadable input or our own mistake. */
export type ExitCode = 0 | 1 | 2;

/** Of several inputs the worst decides. */
export function worst(codes: Iterable<ExitCode>): ExitCode {
  let result: ExitCode = 0;
  for (const code of codes) if (code > result) result = code;
  return result;
}

/** Tells on standard error why an input has come to nothing: unreadable, or our own mistake. */
export function failWith(line: string, shell: Shell): 2 {
  shell.complain(line);
  return 2;
}
