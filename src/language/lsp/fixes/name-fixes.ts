/** Names and words that are nothing here: another spelling of them, or the declaration that is missing. */
import type { TextEdit } from 'vscode-languageserver';
import { isCase, isFlow, isModel, isProcess, isUnknown, type Model } from '../../generated/ast.ts';
import { groupStatements, type Item } from '../../grouping.ts';
import { quotedId } from '../../quoted-id.ts';
import { insertAfter, insertFirst, insertLast } from '../../statement-edits.ts';
import { flowScopeOf } from '../../validation/surroundings.ts';
import { declaration, declareForCase, declareProcess } from './declarations.ts';
import { type Fix, type ProblemPlace, preferred } from './fix.ts';

/** Problems of words that are no names. */
const OF_WORDS: ReadonlySet<unknown> = new Set(['unknown-word', 'unknown-transition']);

/** What the check took for meant. */
export function changeSpelling(place: ProblemPlace): Fix[] {
  const suggestion = place.told('suggestion');
  if (suggestion === undefined) return [];
  const isWord = OF_WORDS.has(place.diagnostic.code);
  const isName = !isWord && place.leaf?.tokenType.name === 'WORD' && !isUnknown(place.leaf.astNode);
  const isQuoted = /^['"`]/.test(suggestion);
  const text = isName && !isQuoted ? quotedId(suggestion, place.leaf?.astNode) : suggestion;
  const title = isQuoted ? `Write ${suggestion}` : `Change to \`${suggestion}\``;
  return preferred(title, ...[place.replace(place, text)]);
}

/** A reference to nothing: another name, or its declaration. */
export function fixReference(place: ProblemPlace): Fix[] {
  const spelling = changeSpelling(place);
  return [...spelling, ...declare(place).map((fix) => ({ ...fix, preferred: spelling.length === 0 && fix.preferred }))];
}

/** Root elements that are one line: the word that declares each, by its type in the syntax tree. */
const rootWords: Readonly<Record<string, string>> = {
  Message: 'message',
  Signal: 'signal',
  ErrorType: 'error',
  Escalation: 'escalation',
  Item: 'item',
  Participant: 'pool',
};

function declare(place: ProblemPlace): Fix[] {
  const type = place.told('type') ?? '';
  const model = place.document.parseResult.value;
  if (!isModel(model)) return [];
  const word = rootWords[type];
  const text = `${word} ${place.text}`;
  const edit = word && declareRoot(place, model, text);
  if (word) return edit ? [declaration(text, edit)] : [];
  if (type === 'DataNode') return declareData(place);
  if (place.around(isCase)) return declareForCase(place, type, (text) => declareRoot(place, model, text));
  if (type === 'Process' || type === 'Callable') return [declareProcess(place)];
  return type === 'Step' && isFlow(place.leaf?.astNode) ? declareStep(place) : [];
}

/** A word of the file's top in a process: at the head of a line the element moves there, else the word is a name. */
export function fixRootWord(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode.$cstNode;
  const model = place.document.parseResult.value;
  const opensLine = place.positionAt(place.offset).character === place.indentAt(place.offset).length;
  if (!opensLine || !node || !isModel(model)) return changeSpelling(place);
  const edit = declareRoot(place, model, place.unindented(node));
  if (!edit) return [];
  return preferred('Move it to the top of the file', edit, place.remove(node));
}

/**
 * Behind the last definition before the first pool or process, else at the head of the file's elements; nowhere if a line before
 * cannot be read, since the new one might become part of it.
 */
function declareRoot(place: ProblemPlace, model: Model, text: string): TextEdit | undefined {
  const body = model.elements.findIndex(({ $type }) =>
    ['Process', 'Case', 'Collaboration', 'Pool', 'UnknownRoot'].includes($type),
  );
  const before = model.elements.slice(0, body < 0 ? undefined : body).at(-1)?.$cstNode;
  const head = model.header.at(-1)?.$cstNode;
  const last = before ?? head;
  if (!place.isReadUpTo(last?.end ?? 0) || (last && !place.endsLine(last.end))) return undefined;
  if (before) return place.insert(place.endOfLine(before.end), `\n${text}`);
  const next = model.elements[0]?.$cstNode;
  const tight = head && next && next.range.start.line === head.range.end.line + 1 ? '\n' : '';
  if (head) return place.insert(place.endOfLine(head.end), `\n\n${text}${tight}`);
  return place.insert(next?.offset ?? 0, `${text}\n\n`);
}

/** Behind the lanes and the data that the process declares at its head. */
function declareData(place: ProblemPlace): Fix[] {
  const body = place.around(isProcess)?.body;
  const text = `data ${place.text}`;
  if (!body) return [];
  const declared = body.statements.findLastIndex(({ $type }) => ['Lane', 'Data', 'Store'].includes($type));
  const leading = body.statements
    .slice(0, declared + 1)
    .every(({ $type }) => ['Lane', 'Data', 'Store'].includes($type));
  const last = leading ? body.statements[declared] : undefined;
  const edit = last ? insertAfter(place, last, text) : insertFirst(place, body, text);
  return edit ? [declaration(text, edit)] : [];
}

/** A step at the end of the body, where nothing falls into it: only the jump leads there. */
function declareStep(place: ProblemPlace): Fix[] {
  const flow = place.around(isFlow);
  const body = flow && flowScopeOf(flow)?.body;
  const last = body && groupStatements(body.statements, false).items.at(-1);
  if (!body || !last || goesOn(last)) return [];
  const edit = insertLast(place, body, `task ${place.text}\nend`);
  return edit ? preferred(`Add the step \`task ${place.text}\``, edit) : [];
}

/** Whether the flow may come out of the last step of a body. */
function goesOn({ node, jumps, handlers }: Item): boolean {
  const leaves = node.$type === 'Event' && node.kind === 'end';
  const jumpsAway = jumps.length > 0 && jumps.every((jump) => !jump.ifWord);
  return handlers.length > 0 || !(leaves || jumpsAway);
}
