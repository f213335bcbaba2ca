/**
 * Text without the indentation that its lines share (the first line has none of its own), and without the line breaks at
 * both ends, which belong to the quotes.
 */
export function dedent(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const indents = lines.slice(1).flatMap((line) => (line.trim() === '' ? [] : [line.length - line.trimStart().length]));
  const indent = indents.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const rest = lines.slice(1).map((line) => (line.trim() === '' ? '' : line.slice(indent)));
  return [lines[0]?.trimStart() ?? '', ...rest].join('\n').replace(/^\n+|\s+$/g, '');
}
