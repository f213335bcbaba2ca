/** What mends a document: the fixes of findings, as edits of its text. */
import { overlap, type TextEdit } from '../base/text-edit.ts';
import type { Finding } from '../lint/index.ts';
import { commentEdit } from './fix-comment.ts';
import { textToFix } from './fix-place.ts';
import { textEdits } from './fix-text.ts';
import { xmlEdits } from './fix-xml.ts';
import type { SourceDocument } from './source-document.ts';

/** What mends one finding. */
export interface Fix {
  readonly finding: Finding;
  /** What it does, in the imperative. */
  readonly title: string;
  /** Whether it can be done without asking. */
  readonly isSafe: boolean;
  /** Of the document's text, in its order; none overlap. */
  readonly edits: readonly TextEdit[];
}

/**
 * The fixes of findings of a document; findings that only a person can mend have none, nor those whose fix the text cannot say.
 * Each fix of an XML file takes as long as reading the file, and a layout where something new has to be drawn: ask for what is
 * looked at, not for all.
 */
export function fixesFor(document: SourceDocument, findings: readonly Finding[]): Fix[] {
  return findings.flatMap((finding) => {
    const { edits } = editsFor(document, [finding]);
    return finding.fix && edits.length > 0
      ? [{ finding, title: finding.fix.title, isSafe: finding.fix.isSafe, edits }]
      : [];
  });
}

/** Edits that mend several findings at once. */
export interface CombinedEdits {
  readonly edits: readonly TextEdit[];
  /** The findings that they mend; others need another round, on the text as it is then. */
  readonly mended: readonly Finding[];
}

/** Mends as many findings as do not get into each other's way, the first ones first. */
export function editsFor(document: SourceDocument, findings: readonly Finding[]): CombinedEdits {
  const { kind, text, definitions } = document;
  const fixable = findings.filter(({ fix }) => fix);
  // Comments of a model are no part of it: they are mended when all else is, by the places that they have then.
  const inModel = fixable.filter(({ fix }) => !fix?.uncomment);
  if (inModel.length === 0) return editsOfComments(text, fixable);
  if (kind === 'text') return editsOfText(document, inModel);
  // Mermaid's text is to be read, not to be written: it is imported first.
  if (!definitions || kind === 'mermaid') return { edits: [], mended: [] };
  const lists = inModel.flatMap(({ fix }) => (fix ? [fix.changes] : []));
  const { edits, done } = xmlEdits(text, definitions, lists);
  const mended = edits.length > 0 ? inModel.filter(({ fix }) => fix && done.has(fix.changes)) : [];
  return { edits, mended };
}

function editsOfComments(text: string, findings: readonly Finding[]): CombinedEdits {
  const edits = findings.flatMap(({ fix }) => (fix?.uncomment ? [commentEdit(text, fix.uncomment)] : []));
  return { edits, mended: findings };
}

function editsOfText(document: SourceDocument, findings: readonly Finding[]): CombinedEdits {
  const text = textToFix(document);
  const edits: TextEdit[] = [];
  const mended: Finding[] = [];
  for (const finding of findings) {
    const own = text && finding.fix ? textEdits(text, finding.fix.changes) : [];
    if (own.length === 0 || own.some((one) => edits.some((other) => overlap(one, other)))) continue;
    edits.push(...own);
    mended.push(finding);
  }
  return { edits, mended };
}
