const rootWords =
  /^(definitions|language|namespace|import|message|error|signal|escalation|item|decision|define|process|case|pool|collaboration|scenario|"""|\/\/)/;

/** Whether an example begins as a file does; else it is a stretch of a process body. */
export function isWholeFile(example: string): boolean {
  return rootWords.test(example);
}

/** An example as a file: statements of a process body are put into a process. */
export function wholeFile(example: string): string {
  if (isWholeFile(example)) return `${example}\n`;
  return `process example {\n${example.replace(/^(?=.)/gm, '  ')}\n}\n`;
}
