/** Takes comments to the rules away, or words of them; the same in text and in XML. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../base/text-edit.ts';
import { EditPlace } from '../language/index.ts';
import type { Uncomment } from '../lint/index.ts';

/** The comment goes with its line where it is alone on it. */
export function commentEdit(text: string, { range, words }: Uncomment): TextEdit {
  const document = TextDocument.create('', '', 0, text);
  const place = new EditPlace(document);
  const stretch = { offset: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  if (words.length === 0) return place.remove(stretch);
  return place.replace(stretch, words.reduce(withoutWord, document.getText(range)));
}

/** The rules of a comment stand before its reason, with blanks or commas between them. */
function withoutWord(comment: string, word: string): string {
  const [before = ''] = comment.match(/^[\s\S]*?(?=\s--(?!\S)|:(?!\S)|$)/) ?? [];
  const parts = before.split(/([\s,]+)/);
  const at = parts.indexOf(word);
  if (at < 0) return comment;
  const isLast = at === parts.length - 1;
  const left = isLast ? parts.slice(0, at - 1) : [...parts.slice(0, at), ...parts.slice(at + 2)];
  return left.join('') + comment.slice(before.length);
}
