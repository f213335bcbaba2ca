import type { TextEdit } from 'vscode-languageserver';
import { range } from '../base/range.ts';
import type { DocumentFinding } from './document-finding.ts';

/** What stands where the reason is to be written. */
const reason = 'say why';

/**
 * The comment above the line of a finding that takes it away, as an edit; undefined where none can stand: in a tag of XML that goes
 * over several lines, or in front of everything.
 */
export function suppressing(text: string, uri: string, { code, range: place }: DocumentFinding): TextEdit | undefined {
  const line = place?.start.line;
  const words = line === undefined ? undefined : text.split('\n')[line];
  if (line === undefined || words === undefined) return undefined;
  const indent = /^[ \t]*/.exec(words)?.[0] ?? '';
  const isText = uri.endsWith('.procedo') || uri.startsWith('untitled:');
  // XML has no place for a comment where a line begins inside of a tag, nor above its declaration.
  if (!isText && (!words.startsWith(`${indent}<`) || words.startsWith('<?'))) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const comment = isText
    ? `// lint-disable-next-line ${code} -- ${reason}`
    : `<!-- lint-disable-next-line ${code}: ${reason} -->`;
  return { range: range(line, 0, line, 0), newText: `${indent}${comment}${lineEnd}` };
}
