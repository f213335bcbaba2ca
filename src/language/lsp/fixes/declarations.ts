/** What a name stands for in vain, declared where it belongs: callables, and what cases name. */
import type { TextEdit } from 'vscode-languageserver';
import { type Case, type FileItem, isCase, isFileItem, isFileUse, isOnPart, isPlanItem } from '../../generated/ast.ts';
import { idsOf } from '../../ids.ts';
import { insertAfter, insertFirst, insertLast } from '../../statement-edits.ts';
import { fileTransitions, occurrenceTransitions } from '../../transitions.ts';
import type { Fix, ProblemPlace } from './fix.ts';

export function declaration(text: string, edit: TextEdit, preferred = true): Fix {
  return { title: `Declare \`${text}\``, edits: [edit], preferred };
}

/** A process of its own, at the end of the file. What a call names may also be in a file that is not here. */
export function declareProcess(place: ProblemPlace): Fix {
  return declareLast(place, 'process', ['start', 'end'], place.told('type') !== 'Callable');
}

function declareLast(place: ProblemPlace, word: string, lines: readonly string[], preferred: boolean): Fix {
  const model = place.document.parseResult.value;
  const text = place.document.textDocument.getText();
  const end = model.$cstNode ? text.trimEnd().length : text.length;
  const block = lines.map((line) => `\n  ${line}`).join('');
  return declaration(`${word} ${place.text}`, place.insert(end, `\n\n${word} ${place.text} {${block}\n}`), preferred);
}

/** What a case names in vain. @param root puts a line at the top of the file, if that can be done */
export function declareForCase(place: ProblemPlace, type: string, root: (text: string) => TextEdit | undefined): Fix[] {
  const node = place.around(isCase);
  // Another case of the file may have something of this name: ids are unique in a file.
  if (!node || idsOf(node).taken.has(nameIn(place))) return [];
  const atRoot = (text: string): Fix[] => {
    const edit = root(text);
    return edit ? [declaration(text, edit)] : [];
  };
  switch (type) {
    case 'Callable':
      return declareCalled(place, atRoot);
    case 'Define':
      return atRoot(`define caseFileItemDefinition ${place.text}`);
    case 'Role':
      return declareAtHead(place, node, `role ${place.text}`);
    case 'FileItem':
      return declareFile(place, node);
    case 'CaseNode':
      return declareItem(place, node);
    default:
      return [];
  }
}

/** The marked name without its quotes. */
function nameIn({ text }: ProblemPlace): string {
  return text.replace(/^'|'$/g, '');
}

/** By the kind of the task. */
function declareCalled(place: ProblemPlace, atRoot: (text: string) => Fix[]): Fix[] {
  const kind = place.around(isPlanItem)?.kind;
  if (kind === 'case') return [declareLast(place, 'case', ['task "Work"'], false)];
  if (kind === 'decision') return atRoot(`decision ${place.text}`).map((fix) => ({ ...fix, preferred: false }));
  if (kind !== 'process') return [];
  const elsewhere = atRoot(`define process ${place.text}`).map((fix) => ({ ...fix, preferred: false }));
  return [declareProcess(place), ...elsewhere];
}

/** Behind the roles and the files at the head of a case. */
function declareAtHead(place: ProblemPlace, { body }: Case, text: string): Fix[] {
  if (!body) return [];
  const word = text.split(' ')[0];
  const isHead = ({ $type }: { readonly $type: string }): boolean => $type === 'Role' || $type === 'FileItem';
  const first = body.items.findIndex((item) => !isHead(item));
  const head = body.items.slice(0, first < 0 ? undefined : first);
  const same = head.findLast(({ $type }) => ($type === 'Role' ? 'role' : 'file') === word) ?? head.at(-1);
  const edit = same ? insertAfter(place, same, text) : insertFirst(place, body, text);
  return edit ? [declaration(text, edit)] : [];
}

/** Behind a dot, in the item before it. */
function declareFile(place: ProblemPlace, node: Case): Fix[] {
  const owner = place.leaf?.astNode;
  const text = `file ${place.text}`;
  const items = isOnPart(owner) || isFileUse(owner) ? [owner.source, ...owner.path] : [];
  const index = items.findIndex((item) => item.$refNode?.offset === place.offset);
  const outer = index > 0 ? items[index - 1]?.ref : undefined;
  if (index <= 0) return declareAtHead(place, node, text);
  return isFileItem(outer) ? declareWithin(place, outer, text) : [];
}

function declareWithin(place: ProblemPlace, outer: FileItem, text: string): Fix[] {
  const end = outer.$cstNode?.end;
  if (end === undefined) return [];
  const edit = outer.body ? insertLast(place, outer.body, text) : place.insert(end, ` { ${text} }`);
  return edit ? [declaration(text, edit)] : [];
}

const OF_FILES = new Set(fileTransitions.map(({ verb }) => verb));
const OF_EVENTS = new Set(occurrenceTransitions.map(({ verb }) => verb));

/** By what it does: a file is updated, a milestone occurs, a task completes. */
function declareItem(place: ProblemPlace, node: Case): Fix[] {
  const part = place.around(isOnPart);
  const verb = part?.transition ?? '';
  if (!node.body || (part && part.path.length > 0)) return [];
  if (OF_FILES.has(verb) && !OF_EVENTS.has(verb)) return declareAtHead(place, node, `file ${place.text}`);
  const words = verb === 'occurs' ? ['milestone', 'user event'] : ['human'];
  return words.flatMap((word) => {
    const text = `${word} ${place.text}`;
    const edit = node.body && insertLast(place, node.body, text);
    return edit ? [declaration(text, edit, words.length === 1)] : [];
  });
}
