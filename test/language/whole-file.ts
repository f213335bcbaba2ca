const rootWords =
  /^(definitions|language|namespace|import|message|error|signal|escalation|item|decision|define|process|pool|collaboration)\b/;

/** An example as a file: statements of a process body are put into a process, what stands at the root is a file already. */
export function wholeFile(example: string): string {
  if (rootWords.test(example)) return `${example}\n`;
  return `process example {\n${example.replace(/^(?=.)/gm, '  ')}\n}\n`;
}
