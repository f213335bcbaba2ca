/** Braces, quotes and characters: what the lexer and the parser stumble over. */
import { AstUtils, CstUtils, type LeafCstNode } from 'langium';
import { isModel } from '../../generated/ast.ts';
import { RESERVED_WORDS } from '../../lexing/reserved-words.ts';
import { type Fix, type ProblemPlace, preferred, shown } from './fix.ts';
import { readsBetter } from './reading.ts';

/** Characters that people or their programs put for signs of the language. */
const MEANT: Readonly<Record<string, string>> = { '→': '->', '⇒': '->', '‘': "'", '’': "'", '#': '//' };
const CURLY_QUOTES = /[“”„«»]/;

/** A character that is in no word: the one that was meant, or none. */
export function fixCharacter(place: ProblemPlace): Fix[] {
  if (CURLY_QUOTES.test(place.text)) return straightenQuotes(place);
  const meant = MEANT[place.text];
  if (meant) return preferred(`Write \`${meant}\``, place.replace(place, meant));
  return removeMarked(place);
}

/** A phrase that people write in cases: that of the language. */
export function writePhrase(place: ProblemPlace): Fix[] {
  const text = place.told('text');
  return text === undefined ? [] : preferred(`Write ${shown(text.trim())}`, place.replace(place, text));
}

/** All quotes of the line at once: one alone would open a text that nothing closes. */
function straightenQuotes(place: ProblemPlace): Fix[] {
  const text = place.document.textDocument.getText();
  const start = text.lastIndexOf('\n', place.offset - 1) + 1;
  const line = text.slice(start, place.endOfLine(place.offset));
  const straight = line.replace(new RegExp(CURLY_QUOTES, 'g'), '"');
  const closed = (straight.match(/"/g)?.length ?? 0) % 2 === 0 ? straight : `${straight.trimEnd()}"`;
  const edits = [place.replace({ offset: start, end: start + line.length }, closed)];
  return preferred('Write straight quotes', ...edits);
}

const OPENERS: readonly (readonly [quote: string, noun: string])[] = [
  ['"""', 'documentation'],
  ['```', 'expression'],
  ['"', 'text'],
  ['`', 'expression'],
  ["'", 'id'],
  ['/*', 'comment'],
];

/** A text that is never closed: its closing quote at the end of what the lexer took for it. */
export function closeText(place: ProblemPlace): Fix[] {
  const [opener, noun] = OPENERS.find(([quote]) => place.text.startsWith(quote)) ?? [];
  if (!opener) return [];
  const end = place.offset + place.text.trimEnd().length;
  const closer = opener === '/*' ? ' */' : opener;
  return preferred(`Close the ${noun}`, place.insert(end, closer));
}

/** A block that is never closed: its brace below its last line. */
export function closeBlock(place: ProblemPlace): Fix[] {
  const header = place.indentAt(place.offset);
  const leaves = leavesFrom(place);
  let last: LeafCstNode | undefined;
  for (const leaf of leaves) {
    const opensLine = last !== undefined && leaf.range.start.line > last.range.end.line;
    if (opensLine && leaf.range.start.character <= header.length) break;
    last = leaf;
  }
  if (!last) return [];
  const here = place.sameLine(last.end, place.offset);
  const edit = here
    ? place.insert(last.end, ' }')
    : place.insert(behindComments(place, last.end, header.length), `\n${header}}`);
  return preferred('Close the block with `}`', edit);
}

/** Comments below that are indented as the block are its last lines. @param outside the indentation of what is not in the block */
function behindComments(place: ProblemPlace, offset: number, outside: number): number {
  const text = place.document.textDocument.getText();
  const comment = /\r?\n([^\S\r\n]*)\/\/[^\r\n]*/y;
  let end = place.endOfLine(offset);
  for (;;) {
    comment.lastIndex = end;
    const found = comment.exec(text);
    if (!found || (found[1]?.length ?? 0) <= outside) return end;
    end = comment.lastIndex;
  }
}

function leavesFrom(place: ProblemPlace): LeafCstNode[] {
  const root = place.leaf && AstUtils.findRootNode(place.leaf.astNode);
  const cst = isModel(root) ? root.$cstNode : undefined;
  const leaves = cst ? CstUtils.flattenCst(cst) : [];
  return [...leaves].filter(({ offset, hidden }) => !hidden && offset >= place.offset);
}

/** A `}` below a header that opens no block. */
export function openBlock(place: ProblemPlace): Fix[] {
  return preferred('Open the block with `{`', place.insert(place.end, ' {'));
}

/** What stands in nobody's way when it is gone. */
export function removeMarked(place: ProblemPlace): Fix[] {
  return preferred(`Remove ${shown(place.text)}`, place.remove(place));
}

/** What is in another notation goes as a whole. */
export function removePart(place: ProblemPlace): Fix[] {
  const end = place.toldNumber('end');
  return end === undefined ? [] : preferred('Remove it', place.replace({ offset: place.offset, end }, ''));
}

/** A documentation that documents nothing stays as a comment. */
export function makeComment(place: ProblemPlace): Fix[] {
  const text = place.document.textDocument.getText();
  const end = text.indexOf('"""', place.offset + 3);
  const inner = text.slice(place.offset + 3, end);
  if (end < 0 || inner.includes('*/')) return [];
  return preferred('Make it a comment', place.replace({ offset: place.offset, end: end + 3 }, `/*${inner}*/`));
}

/** What the parser cannot read. Only what it then reads is offered: the text is read once more with each change. */
export function fixSyntax(place: ProblemPlace): Fix[] {
  const { text } = place;
  const missing = /^Put a `(.)`/.exec(String(place.diagnostic.message))?.[1];
  const fixes: Fix[] = [];
  if (RESERVED_WORDS.has(text))
    fixes.push({
      title: `Write '${text}' in single quotes, as a name`,
      edits: [place.replace(place, `'${text}'`)],
      preferred: true,
    });
  if (missing)
    fixes.push({ title: `Put a \`${missing}\``, edits: [place.insert(previousEnd(place), missing)], preferred: true });
  if (text) fixes.push({ title: `Remove ${shown(text)}`, edits: [place.remove(place)], preferred: fixes.length === 0 });
  return fixes.filter((fix) => readsBetter(place, fix));
}

function previousEnd(place: ProblemPlace): number {
  const before = place.leaf && CstUtils.getPreviousNode(place.leaf, false);
  return before?.end ?? place.offset;
}
