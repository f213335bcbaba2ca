import { AstUtils } from 'langium';
import { isOpaqueXml } from '../details/references.ts';
import { isDefine } from '../generated/ast.ts';
import { UNIT } from './indentation.ts';
import type { Token } from './tokens.ts';

const LINE_BREAK = /(\r\n|\r|\n)/;
/** A line with nothing but the quotes at the end of a text. */
const CLOSING = /^\s*("""|```)$/;

/**
 * A token as it stands in a line with that indentation. The lines of a documentation are indented as its element, those between fences one
 * step more: the indentation that they share is no part of what they say. Those of a comment move as far as its first line does.
 */
export function indentedToken(token: Token, indentation: string): string {
  const { text, type } = token;
  if (type === 'LINE_COMMENT') return text.trimEnd();
  if (!LINE_BREAK.test(text) || isKeptXml(token)) return text;
  const [first = '', ...rest] = text.split(LINE_BREAK);
  const indented = token.isComment
    ? (line: string) => movedLine(line, token.indentation, indentation)
    : textLine(rest, indentation, type === 'FENCE' ? indentation + UNIT : indentation);
  // Line breaks and lines take turns.
  return first + rest.map((part, index) => (index % 2 === 0 ? part : indented(part))).join('');
}

/** What `define xml` keeps is kept to the letter. */
function isKeptXml({ type, leaf }: Token): boolean {
  return type === 'FENCE' && isOpaqueXml(AstUtils.getContainerOfType(leaf.astNode, isDefine) ?? leaf.astNode);
}

function movedLine(line: string, before: string, indentation: string): string {
  return line.startsWith(before) && line.trim() !== '' ? indentation + line.slice(before.length) : line;
}

function textLine(parts: readonly string[], indentation: string, inside: string): (line: string) => string {
  const lines = parts.filter((part, index) => index % 2 === 1 && part.trim() !== '' && !CLOSING.test(part));
  const least = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return (line) => {
    if (line.trim() === '') return '';
    return CLOSING.test(line) ? indentation + line.trim() : inside + line.slice(least);
  };
}
